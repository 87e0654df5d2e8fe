using System.Numerics;
using KerasSharp.Engines.Torch.Native;
using KerasSharp.Engines.Torch.Plans;

namespace KerasSharp.Engines.Torch.Kernels.Algebra;

/// <summary>The product of two stacks of matrices in an Einsum.</summary>
internal sealed unsafe class EinsumProduct(EinsumAxes axes, Slot left, Slot right, Slot target) : INumericVisitor
{
    private const long Grain = 1 << 16;

    /// <summary>The result, [batch, rows, columns].</summary>
    public Slot Target => target;

    public Action? Visit<T>()
        where T : unmanaged, INumber<T>, IMinMaxValue<T>
    {
        var (rows, inner, columns) = (axes.Size(axes.Rows), axes.Size(axes.Inner), axes.Size(axes.Columns));
        var product = new Product(false, false, rows, columns, inner);
        long grain = Math.Max(1, Grain / product.Work);
        long batch = axes.Size(axes.Batch);
        Action<long, long> body = (begin, end) =>
        {
            for (long i = begin; i < end; i++)
                product.Run(
                    (T*)left.Pointer + (i * rows * inner),
                    (T*)right.Pointer + (i * inner * columns),
                    (T*)target.Pointer + (i * rows * columns)
                );
        };
        return batch == 1 ? () => body(0, 1) : () => Threads.For(batch, grain, body);
    }
}
