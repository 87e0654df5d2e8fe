using KerasSharp.Topology;

namespace KerasSharp.Layers;

/// <summary>
/// What surrounds one run through a network: whether it trains, the masks of its tensors, and what it leaves behind besides outputs:
/// new values of variables, and losses.
/// </summary>
public sealed class CallContext
{
    [ThreadStatic]
    private static CallContext? current;

    private readonly Dictionary<Tensor, Tensor> masks = [];
    private readonly OrderedDictionary<Variable, Tensor> updates = [];
    private readonly List<Tensor> losses = [];

    /// <summary>A new run.</summary>
    /// <param name="training">Whether layers behave as in training (dropout acts, batch statistics are used); false by default.</param>
    public CallContext(bool training = false) => Training = training;

    /// <summary>Whether layers behave as in training.</summary>
    public bool Training { get; private set; }

    /// <summary>The layer whose call is running, or null.</summary>
    public Layer? Layer { get; private set; }

    /// <summary>New values of variables, in the order in which they were first set: moving statistics, states, seed counters.</summary>
    public IReadOnlyList<(Variable Variable, Tensor Value)> Updates => [.. updates.Select(pair => (pair.Key, pair.Value))];

    /// <summary>Losses that layers added, scalars: activity penalties and those of <see cref="AddLoss"/>.</summary>
    public IReadOnlyList<Tensor> Losses => losses;

    /// <summary>The run that this thread is in the middle of, so that a layer applied inside another's call takes part in it.</summary>
    internal static CallContext? Current => current;

    /// <summary>The mask of a tensor: true where a step counts; null where all do.</summary>
    /// <param name="tensor">An input or output of a layer in this run.</param>
    /// <returns>A bool tensor [batch, steps, …], or null.</returns>
    public Tensor? Mask(Tensor tensor) => masks.TryGetValue(tensor, out var mask) ? mask : KerasHistory.Of(tensor)?.Mask;

    /// <summary>Gives a tensor a mask.</summary>
    /// <param name="tensor">The tensor.</param>
    /// <param name="mask">A bool tensor [batch, steps, …]: true where a step counts.</param>
    public void SetMask(Tensor tensor, Tensor mask) => masks[tensor] = mask;

    /// <summary>The value of a variable as this run has left it so far.</summary>
    /// <param name="variable">The variable.</param>
    public Tensor Read(Variable variable) => updates.TryGetValue(variable, out var value) ? value : variable.Read();

    /// <summary>Gives a variable a new value at the end of the run; a later call in the same run replaces it.</summary>
    /// <param name="variable">The variable.</param>
    /// <param name="value">Its new value, of its shape and type; a function of values before the run.</param>
    /// <exception cref="ArgumentException">The value has another shape or type.</exception>
    public void Update(Variable variable, Tensor value)
    {
        if (!value.Shape.IsCompatibleWith(variable.Shape) || value.DType != variable.DType)
            throw new ArgumentException($"{variable} cannot be set to {value}: shape or type differ.");
        updates[variable] = value;
    }

    /// <summary>Adds a scalar to the loss.</summary>
    /// <param name="loss">A scalar of a floating type.</param>
    public void AddLoss(Tensor loss) => losses.Add(loss);

    /// <summary>Fresh random numbers for a layer: key and counter for the stateless random ops, different at each call and each step.</summary>
    /// <param name="layer">The layer, whose seed decides.</param>
    /// <param name="seed">The layer's seed argument; null draws one from the global seed when the layer is first called.</param>
    public (Tensor Key, Tensor Counter) Random(Layer layer, int? seed) => layer.NextRandom(this, seed);

    /// <summary>Enters the call of a layer until the result is disposed.</summary>
    internal Entry Enter(Layer layer, bool? training) => new(this, layer, training);

    /// <summary>Until the result is disposed, layers applied on this thread take part in no run, as when a model is built in one.</summary>
    internal static Suspension Suspend() => new();

    /// <summary>A time without a run on this thread.</summary>
    internal readonly ref struct Suspension
    {
        private readonly CallContext? outer;

        public Suspension() => (outer, current) = (current, null);

        public void Dispose() => current = outer;
    }

    /// <summary>The time that a run spends in one layer.</summary>
    internal readonly ref struct Entry
    {
        private readonly CallContext context;
        private readonly CallContext? outerContext;
        private readonly Layer? outerLayer;
        private readonly bool outerTraining;

        public Entry(CallContext context, Layer layer, bool? training)
        {
            this.context = context;
            (outerContext, outerLayer, outerTraining) = (current, context.Layer, context.Training);
            current = context;
            context.Layer = layer;
            context.Training = training ?? outerTraining;
        }

        public void Dispose()
        {
            current = outerContext;
            context.Layer = outerLayer;
            context.Training = outerTraining;
        }
    }
}
