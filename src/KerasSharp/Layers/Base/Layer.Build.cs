using KerasSharp.Ops;

namespace KerasSharp.Layers;

public abstract partial class Layer
{
    /// <summary>True once the weights exist.</summary>
    public bool Built { get; private protected set; }

    /// <summary>True for a class that never has weights, so that there is nothing to build.</summary>
    internal virtual bool IsWeightless => false;

    /// <summary>The input shapes that the layer was built for; empty before.</summary>
    internal IReadOnlyList<Shape> BuildShapes { get; private set; } = [];

    /// <summary>Makes the weights of a layer with one input, with <c>AddWeight</c>. Called once, before the first call.</summary>
    /// <param name="inputShape">The input's shape, batch first.</param>
    protected virtual void Build(Shape inputShape) { }

    /// <summary>Makes the weights of a layer with any number of inputs; passes a single one on to <see cref="Build(Shape)"/> by default.</summary>
    /// <param name="inputShapes">The inputs' shapes, batch first.</param>
    protected virtual void Build(IReadOnlyList<Shape> inputShapes)
    {
        if (inputShapes.Count > 0)
            Build(inputShapes[0]);
    }

    /// <summary>Makes the weights for inputs of the given shapes, batch first, unless the layer has them already.</summary>
    /// <param name="inputShapes">The inputs' shapes, batch first.</param>
    public void EnsureBuilt(params IReadOnlyList<Shape> inputShapes)
    {
        if (Built)
            return;
        using var scope = BuildScope.Inside(this);
        BuildShapes = [.. inputShapes];
        Build(inputShapes);
        Built = true;
        if (!trainable)
            Trainable = false;
    }

    /// <summary>
    /// The shape of what the layer gives for an input of the given shape. Found by tracing the call, so it holds for every layer; builds
    /// the layer if it is not built.
    /// </summary>
    /// <param name="inputShape">The input's shape, batch first; unknown lengths are allowed.</param>
    /// <returns>The output's shape, batch first.</returns>
    /// <exception cref="InvalidOperationException">The layer has several outputs; use the overload for lists.</exception>
    public Shape ComputeOutputShape(Shape inputShape) => Single(ComputeOutputShapes([inputShape]), "ComputeOutputShapes");

    /// <summary>The shapes of all outputs for inputs of the given shapes; see <see cref="ComputeOutputShape"/>.</summary>
    public virtual IReadOnlyList<Shape> ComputeOutputShapes(IReadOnlyList<Shape> inputShapes)
    {
        var inputs = inputShapes.Select(shape => Op.Placeholder(DType, shape)).ToArray();
        return [.. Invoke(inputs, new CallContext()).Select(output => output.Shape)];
    }

    /// <summary>Whether in training a sample's output depends on the other samples of the batch.</summary>
    internal virtual bool MixesSamples => false;

    private T Single<T>(IReadOnlyList<T> outputs, string alternative) =>
        outputs.Count == 1
            ? outputs[0]
            : throw new InvalidOperationException(
                $"Layer '{Name}' ({ClassName}) has {outputs.Count} outputs. Use {alternative}, which gives them all."
            );
}
