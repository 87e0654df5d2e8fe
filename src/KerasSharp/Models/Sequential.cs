using System.Collections;
using KerasSharp.Layers;
using KerasSharp.Topology;

namespace KerasSharp;

/// <summary>
/// Layers one after the other: <c>new Sequential { new Dense(512, "relu"), new Dense(10, "softmax") }</c>. It is built when its first
/// layer knows its input's shape (an <see cref="Keras.Input"/> before it, or <c>InputShape</c>), else by the first data.
/// </summary>
public sealed class Sequential : Model, IEnumerable<Layer>
{
    private readonly List<Layer> chain = [];
    private readonly List<Tensor> stages = [];
    private InputLayer? inputLayer;

    /// <summary>A model without layers yet.</summary>
    /// <param name="name">The name; <c>sequential</c>, <c>sequential_1</c>, … by default.</param>
    public Sequential(string? name = null)
        : base(name) { }

    /// <summary>A model of the given layers.</summary>
    /// <param name="layers">The layers, first to last.</param>
    /// <param name="name">The name; <c>sequential</c>, <c>sequential_1</c>, … by default.</param>
    public Sequential(IEnumerable<Layer> layers, string? name = null)
        : base(name)
    {
        foreach (var layer in layers)
            Add(layer);
    }

    /// <summary>The layers, without the input layer.</summary>
    public override IReadOnlyList<Layer> Layers => chain;

    /// <summary>The input layer, where the input's shape was given; for files.</summary>
    internal InputLayer? InputLayer => inputLayer;

    /// <summary>Adds the input, made with <see cref="Keras.Input"/>.</summary>
    /// <param name="input">A tensor of <see cref="Keras.Input"/>.</param>
    /// <exception cref="ArgumentException">The tensor is no input, or layers have been added already.</exception>
    public void Add(Tensor input) =>
        Add(
            KerasHistory.Of(input)?.Node.Layer as InputLayer
                ?? throw new ArgumentException(
                    $"A Sequential takes layers and one Keras.Input; {input} is neither. Use new Model(inputs, outputs) for other graphs."
                )
        );

    /// <summary>Adds a layer at the end.</summary>
    /// <param name="layer">The layer.</param>
    /// <exception cref="ArgumentException">The model has a layer of that name, or an input comes after other layers.</exception>
    public void Add(Layer layer)
    {
        if (layer is InputLayer input)
        {
            SetInput(input);
            return;
        }
        if (chain.Any(other => other.Name == layer.Name))
            throw new ArgumentException($"Sequential '{Name}' already has a layer '{layer.Name}'. Give the new one another name.");
        if (chain.Count == 0 && inputLayer is null && layer.InputShape is { } shape)
            inputLayer = new InputLayer(shape, layer.BatchSize);
        else if (chain.Count == 0 && inputLayer is null && layer is Model { IsFunctional: true } model && model.Inputs.Count == 1)
            inputLayer = new InputLayer(model.Input.Shape.Slice(1), dtype: model.Input.DType);
        chain.Add(Track(layer));
        ClearNetwork();
        if (inputLayer is not null)
            Connect(inputLayer.Output);
    }

    /// <summary>Takes the last layer away.</summary>
    /// <returns>That layer.</returns>
    /// <exception cref="InvalidOperationException">There is none.</exception>
    public Layer Pop()
    {
        if (chain.Count == 0)
            throw new InvalidOperationException($"Sequential '{Name}' has no layer to take away.");
        var last = chain[^1];
        chain.RemoveAt(chain.Count - 1);
        Untrack(last);
        ClearNetwork();
        if (stages.Count > chain.Count)
            stages.RemoveAt(chain.Count);
        if (inputLayer is not null && chain.Count > 0)
            SetNetwork([inputLayer.Output], [stages[^1]]);
        return last;
    }

    /// <summary>The layers in order.</summary>
    public IEnumerator<Layer> GetEnumerator() => chain.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <inheritdoc/>
    public override Saving.Config GetConfig() => SequentialConfig.Write(this, base.GetConfig());

    /// <inheritdoc/>
    protected override void Build(IReadOnlyList<Shape> inputShapes)
    {
        if (inputShapes.Count != 1)
            throw new ArgumentException(
                $"Sequential '{Name}' expects 1 input; {inputShapes.Count} came. Use a functional Model for several inputs."
            );
        if (chain.Count == 0)
            throw new InvalidOperationException($"Sequential '{Name}' has no layers. Add at least one before it is built.");
        Connect(new InputLayer(inputShapes[0].Slice(1), inputShapes[0][0] < 0 ? null : (int)inputShapes[0][0]).Output);
    }

    private void SetInput(InputLayer input)
    {
        if (chain.Count > 0 || inputLayer is not null)
            throw new ArgumentException(
                $"Sequential '{Name}' already has {chain.Count} layers and an input of its own; the input comes first and once."
            );
        inputLayer = input;
    }

    /// <summary>Applies the layers that are not connected yet, each to the output of the one before, outside any run that is going on.</summary>
    private void Connect(Tensor input)
    {
        using var suspension = CallContext.Suspend();
        using var scope = BuildScope.Inside(this);
        for (int i = stages.Count; i < chain.Count; i++)
            stages.Add(chain[i].Apply(i == 0 ? input : stages[^1]));
        SetNetwork([input], [stages[^1]]);
    }
}
