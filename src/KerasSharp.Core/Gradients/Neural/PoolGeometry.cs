namespace KerasSharp.Gradients;

/// <summary>The attributes that a pooling op shares with its gradients.</summary>
internal readonly record struct PoolGeometry(long[] Ksize, long[] Strides, string Padding, string Format)
{
    public static PoolGeometry Of(GradientContext context) =>
        new(
            context.Attr<long[]>("ksize"),
            context.Attr<long[]>("strides"),
            context.Attr<string>("padding"),
            context.Attr<string>("data_format")
        );
}
