using KerasSharp.Ops;
using KerasSharp.Saving;

namespace KerasSharp.Layers;

/// <summary>A recurrent layer that goes through its sequence in both directions and merges what they give.</summary>
public sealed class Bidirectional : Layer
{
    /// <summary>The layer.</summary>
    /// <param name="layer">The recurrent layer, of which two copies are made.</param>
    /// <param name="mergeMode"><c>concat</c> (default), <c>sum</c>, <c>ave</c>, <c>mul</c>, or null for two outputs.</param>
    /// <param name="backwardLayer">The layer for the other direction, with the opposite <c>goBackwards</c>; a copy of the first by default.</param>
    /// <param name="name">The layer's name.</param>
    /// <exception cref="ArgumentException">The merge mode is unknown, or the layers do not fit each other.</exception>
    public Bidirectional(RecurrentLayer layer, string? mergeMode = "concat", RecurrentLayer? backwardLayer = null, string? name = null)
        : base(name)
    {
        MergeMode = mergeMode is null ? null : this.OneOf(["concat", "sum", "ave", "mul"], mergeMode);
        (HasOwnBackward, SupportsMasking) = (backwardLayer is not null, true);
        Original = this.NotNull(layer);
        Forward = Track(Copy(layer, "forward", layer.GoBackwards));
        Backward = Track(Copy(backwardLayer ?? layer, "backward", !layer.GoBackwards));
        if (
            backwardLayer is not null
            && (backwardLayer.GoBackwards == layer.GoBackwards || backwardLayer.ReturnSequences != layer.ReturnSequences)
        )
            throw this.Wrong(
                nameof(backwardLayer),
                $"must have the opposite goBackwards of the layer and the same returnSequences; got {backwardLayer.GoBackwards} and {backwardLayer.ReturnSequences} for {layer.GoBackwards} and {layer.ReturnSequences}. Make it with the other values."
            );
        InputSpecs = [new InputSpec { MinRank = 3 }];
    }

    /// <summary>How the two outputs become one; null where they do not.</summary>
    public string? MergeMode { get; }

    /// <summary>The layer that goes forward.</summary>
    public RecurrentLayer Forward { get; }

    /// <summary>The layer that goes backward.</summary>
    public RecurrentLayer Backward { get; }

    private RecurrentLayer Original { get; }

    private bool HasOwnBackward { get; }

    /// <inheritdoc/>
    internal override IReadOnlyList<string> TensorArguments => ["initial_state"];

    /// <inheritdoc/>
    protected override IReadOnlyList<Tensor> Call(IReadOnlyList<Tensor> inputs, CallContext context)
    {
        int half = (inputs.Count - 1) / 2;
        var forward = Forward.Invoke([inputs[0], .. inputs.Skip(1).Take(half)], context);
        var backward = Backward.Invoke([inputs[0], .. inputs.Skip(1 + half)], context);
        var reversed = Forward.ReturnSequences ? Op.ReverseV2(backward[0], 1) : backward[0];
        return [.. Merge(forward[0], reversed), .. forward.Skip(1), .. backward.Skip(1)];
    }

    /// <inheritdoc/>
    protected override IReadOnlyList<Tensor?> ComputeMask(IReadOnlyList<Tensor> inputs, IReadOnlyList<Tensor?> masks) =>
        !Forward.ReturnSequences ? []
        : MergeMode is null ? [masks[0], masks[0]]
        : [masks[0]];

    /// <inheritdoc/>
    public override Config GetConfig()
    {
        var config = base.GetConfig().With(new Config { ["merge_mode"] = MergeMode, ["layer"] = Original });
        if (HasOwnBackward)
            config["backward_layer"] = Backward;
        return config;
    }

    internal static Bidirectional Read(Config config) =>
        new(
            ReadLayer(config["layer"]) ?? throw new FormatException("The config of a Bidirectional needs a \"layer\"."),
            config.Get<string?>("merge_mode", "concat"),
            ReadLayer(config["backward_layer"])
        );

    private Tensor[] Merge(Tensor forward, Tensor backward) =>
        MergeMode switch
        {
            "concat" => [Op.ConcatV2([forward, backward], -1)],
            "sum" => [forward + backward],
            "ave" => [(forward + backward) / 2],
            "mul" => [forward * backward],
            _ => [forward, backward],
        };

    private static RecurrentLayer Copy(RecurrentLayer layer, string prefix, bool goBackwards)
    {
        var config = KerasObjects.Serialize(layer);
        var arguments = (Config)config["config"]!;
        arguments["name"] = layer.Name.StartsWith($"{prefix}_", StringComparison.Ordinal) ? layer.Name : $"{prefix}_{layer.Name}";
        arguments["go_backwards"] = goBackwards;
        return (RecurrentLayer)FromConfig(config);
    }

    private static RecurrentLayer? ReadLayer(object? json) =>
        KerasObjects.Deserialize<Layer>(json) switch
        {
            null => null,
            RecurrentLayer layer => layer,
            var other => throw new NotSupportedException($"Bidirectional wraps recurrent layers; {other.ClassName} is none."),
        };
}
