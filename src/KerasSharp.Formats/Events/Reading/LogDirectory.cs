using System.Runtime.CompilerServices;

namespace KerasSharp.Formats.Events;

/// <summary>Reads all runs of a log directory, as TensorBoard does: every folder with event files is a run, its files follow one another by name. Not safe for several threads.</summary>
/// <param name="path">The log directory.</param>
public sealed class LogDirectory(string path) : IDisposable
{
    private const string TopRun = ".";
    private static readonly TimeSpan DefaultInterval = TimeSpan.FromSeconds(1);

    private readonly SortedDictionary<string, EventFileReader> readers = new(StringComparer.Ordinal);

    /// <summary>The event files of each run, in the order in which they are read.</summary>
    /// <param name="path">The log directory.</param>
    /// <exception cref="DirectoryNotFoundException">There is none.</exception>
    public static IReadOnlyDictionary<string, IReadOnlyList<string>> FindRuns(string path) =>
        Directory
            .EnumerateFiles(path, "*", SearchOption.AllDirectories)
            .Where(EventFileName.IsEventFile)
            .GroupBy(file => Run(path, file))
            .OrderBy(run => run.Key, StringComparer.Ordinal)
            .ToDictionary(run => run.Key, run => (IReadOnlyList<string>)[.. run.Order(StringComparer.Ordinal)]);

    /// <summary>All events of a log directory, run after run.</summary>
    /// <param name="path">The log directory.</param>
    /// <param name="allowTornEnd">Whether a file may end inside a record, as when it is still written or its writer was stopped.</param>
    /// <exception cref="FileFormatException">While enumerating: a file is damaged, cut off, or no event file.</exception>
    /// <exception cref="DirectoryNotFoundException">While enumerating: there is no such directory.</exception>
    public static IEnumerable<RunEvent> Read(string path, bool allowTornEnd = false) =>
        from run in FindRuns(path)
        from file in run.Value
        from next in EventFileReader.Read(file, allowTornEnd)
        select new RunEvent(run.Key, next);

    /// <summary>The events that are whole by now and were not read yet, also those of new files and runs.</summary>
    /// <exception cref="FileFormatException">While enumerating: a file is damaged, or no event file.</exception>
    public IEnumerable<RunEvent> ReadAvailable()
    {
        foreach (var (run, files) in FindRuns(path))
        foreach (var file in files)
        foreach (var next in Reader(file).ReadAvailable())
            yield return new RunEvent(run, next);
    }

    /// <summary>All events, then new ones as they are written, until cancelled.</summary>
    /// <param name="interval">How often to look for new ones; null for every second.</param>
    /// <param name="clock">The clock of the interval; null for the system's.</param>
    /// <param name="cancellation">Ends the reading.</param>
    /// <exception cref="FileFormatException">While enumerating: a file is damaged, or no event file.</exception>
    /// <exception cref="OperationCanceledException">While enumerating: it was cancelled.</exception>
    public async IAsyncEnumerable<RunEvent> FollowAsync(
        TimeSpan? interval = null,
        TimeProvider? clock = null,
        [EnumeratorCancellation] CancellationToken cancellation = default
    )
    {
        while (true)
        {
            foreach (var next in ReadAvailable())
                yield return next;
            await Task.Delay(interval ?? DefaultInterval, clock ?? TimeProvider.System, cancellation).ConfigureAwait(false);
        }
    }

    /// <summary>Closes the files.</summary>
    public void Dispose()
    {
        foreach (var reader in readers.Values)
            reader.Dispose();
        readers.Clear();
    }

    private EventFileReader Reader(string file)
    {
        if (!readers.TryGetValue(file, out var reader))
            readers[file] = reader = new EventFileReader(file);
        return reader;
    }

    private static string Run(string directory, string file) =>
        Path.GetRelativePath(directory, Path.GetDirectoryName(file)!).Replace(Path.DirectorySeparatorChar, '/') is { Length: > 0 } run
            ? run
            : TopRun;
}
