using KerasSharp.Constraints;
using KerasSharp.Initializers;
using KerasSharp.Regularizers;
using NumSharp;

namespace KerasSharp.Layers;

public abstract partial class Layer
{
    private readonly List<LayerWeight> ownWeights = [];
    private readonly List<Layer> sublayers = [];
    private bool trainable = true;

    /// <summary>
    /// Whether training changes the weights; true by default. Setting it also sets all layers inside. A frozen layer's weights count as
    /// non-trainable, its penalties disappear, and a frozen BatchNormalization infers. Acts at the next <c>Compile</c>.
    /// </summary>
    public bool Trainable
    {
        get => trainable;
        set
        {
            trainable = value;
            foreach (var layer in sublayers)
                layer.Trainable = value;
        }
    }

    /// <summary>All weights: own trainable ones, own others, then those of the layers inside. Empty until the layer is built.</summary>
    public virtual IReadOnlyList<Variable> Weights =>
        [
            .. OwnVariables(weight => weight.Trainable)
                .Concat(OwnVariables(weight => !weight.Trainable))
                .Concat(sublayers.SelectMany(layer => layer.Weights))
                .Distinct(),
        ];

    /// <summary>The weights that training changes; none where the layer is frozen.</summary>
    public IReadOnlyList<Variable> TrainableWeights =>
        trainable
            ? [.. OwnVariables(weight => weight.Trainable).Concat(sublayers.SelectMany(layer => layer.TrainableWeights)).Distinct()]
            : [];

    /// <summary>The weights that training leaves: moving statistics, and everything in frozen layers.</summary>
    public IReadOnlyList<Variable> NonTrainableWeights
    {
        get
        {
            var changed = TrainableWeights.ToHashSet();
            return [.. Weights.Where(weight => !changed.Contains(weight))];
        }
    }

    /// <summary>The layer's own variables as files order them: those made to be trained, then the others, whatever is frozen now.</summary>
    internal IReadOnlyList<Variable> SavedVariables =>
        [.. OwnVariables(weight => weight.DeclaredTrainable).Concat(OwnVariables(weight => !weight.DeclaredTrainable))];

    /// <summary>The layers inside this one, in the order in which they were added or first called.</summary>
    public IReadOnlyList<Layer> Sublayers => sublayers;

    /// <summary>The number of elements in all weights.</summary>
    /// <exception cref="InvalidOperationException">The layer is not built.</exception>
    public long CountParams()
    {
        if (!Built)
            throw new InvalidOperationException(
                $"You tried to call CountParams on layer '{Name}', but the layer isn't built. Build it with Build(inputShape), or apply it to an input."
            );
        return Weights.Sum(weight => weight.Shape.Size);
    }

    /// <summary>Copies of the values of all <see cref="Weights"/>, in order.</summary>
    public NDArray[] GetWeights() => [.. Weights.Select(weight => weight.GetValue())];

    /// <summary>Sets the values of all <see cref="Weights"/>, in order.</summary>
    /// <exception cref="ArgumentException">The number of arrays or a shape differs; nothing is changed then.</exception>
    public void SetWeights(IReadOnlyList<NDArray> values)
    {
        var weights = Weights;
        if (values.Count != weights.Count)
            throw new ArgumentException(
                $"Layer '{Name}' has {weights.Count} weights{(Built ? "" : " (it is not built yet: apply it to an input first)")}; SetWeights got {values.Count} arrays."
            );
        for (int i = 0; i < values.Count; i++)
            if (!weights[i].Shape.Equals(Shape.Of(values[i].shape)))
                throw new ArgumentException(
                    $"Layer '{Name}': weight {i}, '{weights[i].Path}', has shape {weights[i].Shape}; the array given has shape {Shape.Of(values[i].shape)}."
                );
        for (int i = 0; i < values.Count; i++)
            weights[i].SetValue(values[i]);
    }

    /// <summary>The constraints that an optimizer applies after each update, by weight.</summary>
    public IReadOnlyDictionary<Variable, Constraint> Constraints =>
        AllLayers()
            .SelectMany(layer => layer.ownWeights)
            .Where(weight => weight.Constraint is not null)
            .DistinctBy(weight => weight.Variable)
            .ToDictionary(weight => weight.Variable, weight => weight.Constraint!);

    /// <summary>Makes a weight. Call it in <see cref="Build(Shape)"/>.</summary>
    /// <param name="name">Its name, such as <c>kernel</c>.</param>
    /// <param name="shape">Its shape, fully known.</param>
    /// <param name="initializer">What its first value is; Glorot uniform by default.</param>
    /// <param name="regularizer">A penalty added to the loss while the layer is trainable.</param>
    /// <param name="constraint">What is done to it after each update.</param>
    /// <param name="trainable">Whether optimizers may change it.</param>
    /// <param name="dtype">Its type; the layer's by default.</param>
    /// <exception cref="ArgumentException">A dimension is unknown.</exception>
    protected Variable AddWeight(
        string name,
        Shape shape,
        Initializer? initializer = null,
        Regularizer? regularizer = null,
        Constraint? constraint = null,
        bool trainable = true,
        DType? dtype = null
    )
    {
        if (!shape.IsDefined)
            throw new ArgumentException(
                $"Layer '{Name}' cannot make its weight '{name}' of shape {shape}: a dimension is unknown. Give the input a definite shape along it."
            );
        var value = (initializer ?? "glorot_uniform").Create(shape, dtype ?? DType);
        var variable = new Variable(name, value, trainable) { Path = BuildScope.Path(name) };
        ownWeights.Add(new LayerWeight(variable, regularizer, constraint, trainable));
        return variable;
    }

    private protected Variable AddWeight(WeightRule rule, Shape shape, string? name = null) =>
        AddWeight(name ?? rule.Role, shape, rule.Initializer, rule.Regularizer, rule.Constraint);

    /// <summary>Makes a layer part of this one, so that its weights are this one's too.</summary>
    /// <returns>The layer.</returns>
    protected T Track<T>(T layer)
        where T : Layer
    {
        if (!sublayers.Contains(layer))
            sublayers.Add(layer);
        return layer;
    }

    /// <summary>Takes a layer out again.</summary>
    private protected void Untrack(Layer layer) => sublayers.Remove(layer);

    /// <summary>This layer and all inside it, each once.</summary>
    internal IEnumerable<Layer> AllLayers() => sublayers.SelectMany(layer => layer.AllLayers()).Prepend(this).Distinct();

    private IEnumerable<Variable> OwnVariables(Func<LayerWeight, bool> choose) =>
        ownWeights.Where(choose).Select(weight => weight.Variable);
}
