using KerasSharp.Layers;
using KerasSharp.Topology;

namespace KerasSharp;

/// <summary>
/// A network of layers that can be trained, and itself a layer. Made from the tensors of a functional graph,
/// <c>new Model(inputs, outputs)</c>; as a <see cref="Sequential"/>; or by deriving from this class and overriding
/// <see cref="Layer.Call(Tensor, CallContext)"/>, whose layers are found when they are first called or named with <c>Track</c>.
/// </summary>
public partial class Model : Layer, Saving.IKerasObject
{
    private Network? network;

    /// <summary>A model whose class overrides <c>Call</c>.</summary>
    protected Model(string? name = null)
        : base(name) => SupportsMasking = true;

    /// <summary>The model between tensors that layers were applied to.</summary>
    /// <param name="inputs">Tensors from <see cref="Keras.Input"/>, or any tensors of another model.</param>
    /// <param name="outputs">What the model computes.</param>
    /// <param name="name">The name; <c>functional</c>, <c>functional_1</c>, … by default.</param>
    /// <exception cref="ArgumentException">The outputs cannot be computed from the inputs, or two layers have the same name.</exception>
    public Model(IReadOnlyList<Tensor> inputs, IReadOnlyList<Tensor> outputs, string? name = null)
        : this(name) => SetNetwork(inputs, outputs);

    /// <summary>The model between one input and one output.</summary>
    /// <param name="input">A tensor from <see cref="Keras.Input"/>, or any tensor of another model.</param>
    /// <param name="output">What the model computes.</param>
    /// <param name="name">The name; <c>functional</c>, <c>functional_1</c>, … by default.</param>
    public Model(Tensor input, Tensor output, string? name = null)
        : this([input], [output], name) { }

    /// <summary>The model between several inputs and one output.</summary>
    /// <param name="inputs">Tensors from <see cref="Keras.Input"/>, or any tensors of another model.</param>
    /// <param name="output">What the model computes.</param>
    /// <param name="name">The name; <c>functional</c>, <c>functional_1</c>, … by default.</param>
    public Model(IReadOnlyList<Tensor> inputs, Tensor output, string? name = null)
        : this(inputs, [output], name) { }

    /// <summary>The model between one input and several outputs.</summary>
    /// <param name="input">A tensor from <see cref="Keras.Input"/>, or any tensor of another model.</param>
    /// <param name="outputs">What the model computes.</param>
    /// <param name="name">The name; <c>functional</c>, <c>functional_1</c>, … by default.</param>
    public Model(Tensor input, IReadOnlyList<Tensor> outputs, string? name = null)
        : this([input], outputs, name) { }

    /// <inheritdoc/>
    public override string ClassName => GetType() == typeof(Model) ? "Functional" : GetType().Name;

    /// <inheritdoc/>
    public override string Module => GetType() == typeof(Model) ? "keras.src.models.functional" : "keras";

    /// <summary>True for a functional model and for a built <see cref="Sequential"/>, whose inputs and outputs are known.</summary>
    public bool IsFunctional => network is not null;

    /// <summary>The inputs of a functional model; those of the first call otherwise.</summary>
    public override IReadOnlyList<Tensor> Inputs => network?.Inputs ?? base.Inputs;

    /// <summary>The outputs of a functional model; those of the first call otherwise.</summary>
    public override IReadOnlyList<Tensor> Outputs => network?.Outputs ?? base.Outputs;

    /// <summary>The names of the inputs: those of the input layers.</summary>
    public IReadOnlyList<string> InputNames => [.. Inputs.Select(LayerName)];

    /// <summary>The names of the outputs: those of the layers that compute them.</summary>
    public IReadOnlyList<string> OutputNames => [.. Outputs.Select(LayerName)];

    /// <summary>The graph of a functional model.</summary>
    internal Network? Network => network;

    /// <summary>
    /// Runs the whole network on other tensors: what training, evaluation and prediction compile. Works for every kind of model; builds
    /// it if it is not built. The context says whether it trains and afterwards holds updates, losses and the outputs' masks.
    /// </summary>
    public IReadOnlyList<Tensor> Replay(IReadOnlyList<Tensor> inputs, CallContext context) => Invoke(inputs, context);

    /// <inheritdoc/>
    protected override IReadOnlyList<Tensor> Call(IReadOnlyList<Tensor> inputs, CallContext context)
    {
        if (network is null)
            return base.Call(inputs, context);
        if (inputs.Count != network.Inputs.Count)
            throw new ArgumentException(
                $"Model '{Name}' has {network.Inputs.Count} inputs ({string.Join(", ", InputNames)}); {inputs.Count} tensors came."
            );
        return network.Run([.. inputs.Select((input, i) => FitInput(input, network.Inputs[i]))], context);
    }

    /// <inheritdoc/>
    protected override IReadOnlyList<Tensor?> ComputeMask(IReadOnlyList<Tensor> inputs, IReadOnlyList<Tensor?> masks) =>
        network is null ? masks : [];

    /// <inheritdoc/>
    protected override bool AutoCast => network is null;

    /// <summary>Makes this the model between the tensors.</summary>
    private protected void SetNetwork(IReadOnlyList<Tensor> inputs, IReadOnlyList<Tensor> outputs)
    {
        network = new Network([.. inputs], [.. outputs]);
        foreach (var layer in network.Layers)
            Track(layer);
        Built = true;
    }

    /// <summary>Forgets inputs and outputs, as when a layer is added.</summary>
    private protected void ClearNetwork()
    {
        network = null;
        Built = false;
    }

    private Tensor FitInput(Tensor input, Tensor expected)
    {
        var shape = expected.Shape;
        if (input.Shape.HasRank && shape.HasRank && !shape.IsCompatibleWith(input.Shape))
            throw new ArgumentException(
                $"Model '{Name}' expects shape {shape} for its input '{LayerName(expected)}'; got {input.Shape}. Reshape the data, or make the model for that shape."
            );
        return input.DType == expected.DType ? input : Ops.Op.Cast(input, expected.DType);
    }

    private string LayerName(Tensor tensor) => KerasHistory.Of(tensor)?.Node.Layer.Name ?? Name;
}
