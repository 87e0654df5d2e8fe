using System.Globalization;

namespace KerasSharp.Callbacks;

/// <summary>Keras's progress bar, to the character: one line that is drawn over, or a line each time.</summary>
public sealed class Progbar
{
    private readonly int width;
    private readonly int verbose;
    private readonly TimeSpan interval;
    private readonly IReadOnlySet<string>? stateful;
    private readonly IReadOnlySet<string>? stateless;
    private readonly string unit;
    private readonly TextWriter output;
    private readonly TimeProvider time;
    private readonly bool redraws;
    private readonly long start;
    private readonly OrderedDictionary<string, (double Sum, double Count)> values = [];
    private double lastUpdate = double.NegativeInfinity;
    private double? afterFirst;
    private int seen;
    private int previousWidth;

    /// <summary>A bar that begins now.</summary>
    /// <param name="target">The number of steps; null if unknown.</param>
    /// <param name="width">The bar's width in characters.</param>
    /// <param name="verbose">0 for silence, 1 for the bar, 2 for a line at the end.</param>
    /// <param name="interval">The least time between two drawings, in seconds.</param>
    /// <param name="statefulMetrics">The values that are shown as they are instead of averaged over steps; none by default.</param>
    /// <param name="statelessMetrics">Instead: the values that are averaged over steps, the others shown as they are.</param>
    /// <param name="unitName">What a step is called.</param>
    /// <param name="output">Where to print; the console by default.</param>
    /// <param name="timeProvider">The clock; the system's by default.</param>
    /// <param name="redraws">Whether the line is drawn over; true by default, unless it goes to a console that is redirected.</param>
    /// <exception cref="ArgumentException">Both stateful and stateless metrics are given.</exception>
    public Progbar(
        int? target,
        int width = 20,
        int verbose = 1,
        double interval = 0.05,
        IEnumerable<string>? statefulMetrics = null,
        IEnumerable<string>? statelessMetrics = null,
        string unitName = "step",
        TextWriter? output = null,
        TimeProvider? timeProvider = null,
        bool? redraws = null
    )
    {
        if (statefulMetrics is not null && statelessMetrics is not null)
            throw new ArgumentException("Only one of statefulMetrics and statelessMetrics can be provided; got both.");
        (Target, this.width, this.verbose, this.interval) = (target, width, verbose, TimeSpan.FromSeconds(interval));
        (stateful, stateless, unit) = (statefulMetrics?.ToHashSet(), statelessMetrics?.ToHashSet(), unitName);
        (this.output, time) = (output ?? Console.Out, timeProvider ?? TimeProvider.System);
        this.redraws = redraws ?? (output is not null || !Console.IsOutputRedirected);
        start = time.GetTimestamp();
    }

    /// <summary>The number of steps; null if unknown.</summary>
    public int? Target { get; internal set; }

    /// <summary>Some more steps are done.</summary>
    /// <param name="steps">How many.</param>
    /// <param name="latest">Names and values of the last step.</param>
    public void Add(int steps, IEnumerable<KeyValuePair<string, double>>? latest = null) => Update(seen + steps, latest);

    /// <summary>So many steps are done.</summary>
    /// <param name="current">How many.</param>
    /// <param name="latest">Names and values of the last step.</param>
    /// <param name="finalize">Whether it is the last update; by default if the target is reached.</param>
    public void Update(int current, IEnumerable<KeyValuePair<string, double>>? latest = null, bool? finalize = null)
    {
        bool isLast = finalize ?? current >= Target;
        foreach (var (name, value) in latest ?? [])
            Take(name, value, current, isLast);
        seen = current;
        double now = time.GetElapsedTime(start).TotalSeconds;
        double step = StepDuration(current, now);
        if (verbose == 1)
        {
            if (now - lastUpdate < interval.TotalSeconds && !isLast)
                return;
            Draw(current, isLast, now, step);
        }
        else if (verbose == 2 && isLast && Target > 0)
            Write($"{Count(current)} - {PythonNumber.Fixed(now, 0)}s -{Duration(step)}{Values(v => v > 1e-3)}\n");
        lastUpdate = now;
    }

    private void Take(string name, double value, int current, bool isLast)
    {
        double steps = Math.Max(current - seen, 1);
        bool averages = stateless is null ? stateful?.Contains(name) != true : stateless.Contains(name);
        if (isLast || !averages)
            values[name] = (value, 1);
        else if (values.TryGetValue(name, out var sum))
            values[name] = (sum.Sum + value * steps, sum.Count + steps);
        else
            values[name] = (value * steps, steps);
    }

    private void Draw(int current, bool isLast, double now, double step)
    {
        var (bar, invisible) = Bar(current);
        var left = Target > 0 && !isLast ? Eta(step * (Target.Value - current)) : $"{PythonNumber.Fixed(now, 0)}s";
        var info = $" \e[1m{left}\e[0m{Duration(step)}{Values(v => Math.Abs(v) > 1e-3)}";
        int total = bar.Length + info.Length - invisible - 8;
        var padding = new string(' ', Math.Max(0, previousWidth - total));
        Write($"{(redraws ? new string('\b', previousWidth) + "\r" : "\n")}{bar}{info}{padding}{(isLast ? "\n" : "")}");
        previousWidth = total;
    }

    /// <summary>The bar, and how many of its characters do not show.</summary>
    private (string Text, int Invisible) Bar(int current)
    {
        if (!(Target > 0))
            return (string.Create(CultureInfo.InvariantCulture, $"{current, 7}/Unknown"), 0);
        int filled = (int)(width * ((double)current / Target.Value));
        var done = filled > 0 ? $"\e[32m{new string('━', filled)}\e[0m" : "";
        return ($"\e[1m{Count(current)}\e[0m {done}\e[37m{new string('━', Math.Max(0, width - filled))}\e[0m", filled > 0 ? 26 : 17);
    }

    private string Count(int current)
    {
        var target = Target!.Value.ToString(CultureInfo.InvariantCulture);
        return $"{current.ToString(CultureInfo.InvariantCulture).PadLeft(target.Length)}/{target}";
    }

    private string Values(Func<double, bool> isFixed) =>
        string.Concat(
            values.Select(pair =>
            {
                double average = pair.Value.Sum / Math.Max(1, pair.Value.Count);
                return $" - {pair.Key}: {(isFixed(average) ? PythonNumber.Fixed(average, 4) : PythonNumber.Scientific(average))}";
            })
        );

    private string Duration(double step) =>
        step >= 1 || step == 0 ? $" {PythonNumber.Fixed(step, 0)}s/{unit}"
        : step >= 1e-3 ? $" {PythonNumber.Fixed(step * 1e3, 0)}ms/{unit}"
        : $" {PythonNumber.Fixed(step * 1e6, 0)}us/{unit}";

    private static string Eta(double seconds)
    {
        long whole = (long)seconds;
        return seconds > 3600 ? string.Create(CultureInfo.InvariantCulture, $"{whole / 3600}:{whole % 3600 / 60:00}:{whole % 60:00}")
            : seconds > 60 ? string.Create(CultureInfo.InvariantCulture, $"{whole / 60}:{whole % 60:00}")
            : string.Create(CultureInfo.InvariantCulture, $"{whole}s");
    }

    /// <summary>Seconds a step, without the first, which is not like the others.</summary>
    private double StepDuration(int current, double now)
    {
        if (current == 0)
            return 0;
        double step = afterFirst is { } first && current > 1 ? (now - first) / (current - 1) : now / current;
        if (current == 1)
            afterFirst = now;
        return step;
    }

    private void Write(string text)
    {
        output.Write(text);
        output.Flush();
    }
}
