using KerasSharp.Layers;
using KerasSharp.Saving;

namespace KerasSharp.Metrics;

/// <summary>A number (or several) that describes predictions and is gathered over many batches: written as its Keras name or as an object.</summary>
public abstract partial class Metric : IKerasObject
{
    private readonly List<Variable> variables = [];

    /// <summary>A metric.</summary>
    /// <param name="name">The name; null for an automatic one, such as <c>precision_1</c>.</param>
    /// <param name="dtype">The type of the state.</param>
    protected Metric(string? name, DType dtype = DType.Float32) => (Name, DType) = (name ?? LayerNaming.Next(ClassName), dtype);

    /// <summary>The name in logs.</summary>
    public string Name { get; internal set; }

    /// <summary>The type of the state.</summary>
    public DType DType { get; }

    /// <summary>The state. Some metrics have all of it only once they know the shape of predictions, at the first <see cref="Update"/>.</summary>
    public IReadOnlyList<Variable> Variables => variables;

    /// <inheritdoc/>
    public virtual string ClassName => GetType().Name;

    /// <inheritdoc/>
    public virtual string Module => "keras.metrics";

    /// <summary>The state after one more batch, as a function of the state before it.</summary>
    /// <param name="yTrue">The targets.</param>
    /// <param name="yPred">The predictions.</param>
    /// <param name="sampleWeight">How much each sample counts; null for all the same.</param>
    /// <param name="mask">True where a value counts; null for everywhere.</param>
    public abstract IReadOnlyList<(Variable Variable, Tensor Value)> Update(
        Tensor yTrue,
        Tensor yPred,
        Tensor? sampleWeight = null,
        Tensor? mask = null
    );

    /// <summary>The metric's value.</summary>
    /// <param name="read">What to take for the state: <c>variable => variable.Read()</c>, or the values of <see cref="Update"/>.</param>
    public abstract Tensor Result(Func<Variable, Tensor> read);

    /// <inheritdoc/>
    public virtual Config GetConfig() => new() { ["name"] = Name, ["dtype"] = DType };

    /// <summary>The metric of Keras's name, which becomes its name in logs.</summary>
    /// <exception cref="ArgumentException">
    /// There is no such metric, the message lists those there are; or it is <c>accuracy</c>, which needs to know what it is compared
    /// with: see <see cref="MetricSpec"/>.
    /// </exception>
    public static implicit operator Metric(string name) => new MetricSpec(name).Resolve(Shape.Unknown, Shape.Unknown);

    /// <summary>Adds a variable to the state, which begins as zeros.</summary>
    protected Variable AddVariable(string name, Shape shape, DType? dtype = null)
    {
        var variable = new Variable(name, K.Filled(shape, 0, dtype ?? DType), trainable: false) { Path = $"{Name}/{name}" };
        variables.Add(variable);
        return variable;
    }
}
