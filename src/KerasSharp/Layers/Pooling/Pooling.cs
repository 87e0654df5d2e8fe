using KerasSharp.Ops;
using KerasSharp.Saving;

namespace KerasSharp.Layers;

/// <summary>What the layers that summarize each window of their input have in common.</summary>
public abstract class Pooling : Layer
{
    private readonly ChannelOrder order;
    private readonly int[] poolSize;
    private readonly int[] strides;

    private protected Pooling(int rank, Sizes? poolSize, Sizes? strides, string padding, string? dataFormat, string? name)
        : base(name)
    {
        this.poolSize = (poolSize ?? 2).Expand(rank, nameof(poolSize), this);
        this.strides = strides is null ? this.poolSize : strides.Expand(rank, nameof(strides), this);
        order = ChannelOrder.Parse(dataFormat, this);
        Padding = this.OneOf(["valid", "same"], padding);
        InputSpecs = [new InputSpec { Rank = rank + 2 }];
    }

    /// <summary>The size of the window, an axis each.</summary>
    public IReadOnlyList<int> PoolSize => poolSize;

    /// <summary>The steps of the window, an axis each.</summary>
    public IReadOnlyList<int> Strides => strides;

    /// <summary><c>valid</c> or <c>same</c>.</summary>
    public string Padding { get; }

    internal override bool IsWeightless => true;

    /// <inheritdoc/>
    protected sealed override Tensor Call(Tensor inputs, CallContext context)
    {
        var x = order.ToLast(inputs);
        var padding = Padding.ToUpperInvariant();
        var result =
            poolSize.Length == 1
                ? Op.Squeeze(Pool(Op.ExpandDims(x, 1), [1, 1, poolSize[0], 1], [1, 1, strides[0], 1], padding), 1)
                : Pool(x, Frame(poolSize), Frame(strides), padding);
        return order.FromLast(result);
    }

    /// <inheritdoc/>
    public sealed override Config GetConfig() =>
        base.GetConfig()
            .With(
                new Config
                {
                    ["pool_size"] = poolSize,
                    ["padding"] = Padding,
                    ["strides"] = strides,
                    ["data_format"] = order.Name,
                }
            );

    /// <summary>Makes a layer of the arguments that a config has.</summary>
    private protected static T Read<T>(Config config, Func<Sizes?, Sizes?, string, string?, T> create) =>
        create(
            config.Get<int[]>("pool_size", [2]),
            config.Get<int[]?>("strides", null),
            config.Get("padding", "valid"),
            config.Get<string?>("data_format", null)
        );

    /// <summary>The op on images or volumes with channels last.</summary>
    private protected abstract Tensor Pool(Tensor x, long[] size, long[] steps, string padding);

    private static long[] Frame(int[] spatial) => [1, .. spatial.Select(size => (long)size), 1];
}
