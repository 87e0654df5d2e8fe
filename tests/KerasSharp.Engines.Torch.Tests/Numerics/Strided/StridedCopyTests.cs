using System.Numerics;
using KerasSharp.Engines.Torch.Numerics;

namespace KerasSharp.Engines.Torch.Tests.Numerics;

public sealed unsafe class StridedCopyTests
{
    private static readonly (int[] Shape, int[] Permutation)[] Transpositions =
    [
        ([5], [0]),
        ([40, 37], [1, 0]),
        ([8, 16], [1, 0]),
        ([3, 9, 11, 5], [0, 3, 1, 2]),
        ([3, 9, 11, 17], [0, 2, 3, 1]),
        ([3, 4, 5, 6], [0, 2, 1, 3]),
        ([3, 4, 5, 6], [3, 2, 1, 0]),
        ([2, 3, 1, 2, 3, 2, 1, 2], [7, 0, 3, 1, 2, 4, 6, 5]),
        ([0, 3], [1, 0]),
    ];

    [Test]
    public void Transposes([Range(0, 8)] int index)
    {
        Transposes<byte>(index);
        Transposes<ushort>(index);
        Transposes<uint>(index);
        Transposes<ulong>(index);
        Transposes<UInt128>(index);
    }

    [Test]
    public void Tiles()
    {
        int[] target = Copy(StridedPlans.Tile([2, 3], [2, 3]), [1, 2, 3, 4, 5, 6], 36);
        int[] rows = [1, 2, 3, 1, 2, 3, 1, 2, 3, 4, 5, 6, 4, 5, 6, 4, 5, 6];
        Assert.That(target, Is.EqualTo(rows.Concat(rows)));
    }

    [Test]
    public void Broadcasts()
    {
        Assert.That(
            Copy(StridedPlans.Broadcast([3, 1], [2, 3, 2]), [1, 2, 3], 12),
            Is.EqualTo(new[] { 1, 1, 2, 2, 3, 3, 1, 1, 2, 2, 3, 3 })
        );
        Assert.That(Copy(StridedPlans.Broadcast([], [3]), [7], 3), Is.EqualTo(new[] { 7, 7, 7 }));
    }

    [Test]
    public void SlicesWithNegativeSteps()
    {
        (StridedPlan plan, long offset) = StridedPlans.Slice([3, 4], [2, 3], [2, 2], [-2, -1]);
        Assert.That(Copy(plan, [.. Enumerable.Range(0, 12)], 4, offset), Is.EqualTo(new[] { 11, 10, 3, 2 }));
    }

    [Test]
    public void PlacesIntoAWindow()
    {
        (StridedPlan plan, long offset) = StridedPlans.Place([3, 4], [1, 1], [2, 2], [1, 2]);
        Assert.That(Copy(plan, [1, 2, 3, 4], 12, 0, offset), Is.EqualTo(new[] { 0, 0, 0, 0, 0, 1, 0, 2, 0, 3, 0, 4 }));
    }

    [Test]
    public void OtherSizesThrow() =>
        Assert.That(() => StridedCopy.Run(StridedPlans.Tile([1], [1]), null, null, 3), Throws.TypeOf<NotSupportedException>());

    private static int[] Copy(StridedPlan plan, int[] source, int count, long sourceOffset = 0, long targetOffset = 0)
    {
        int[] target = new int[count];
        fixed (
            int* from = source,
                to = target
        )
        {
            StridedCopy.Run(plan, from + sourceOffset, to + targetOffset, sizeof(int));
        }

        return target;
    }

    private static void Transposes<T>(int index)
        where T : unmanaged, INumber<T>
    {
        (int[] shape, int[] permutation) = Transpositions[index];
        int count = shape.Aggregate(1, (a, b) => a * b);
        T[] source = [.. Enumerable.Range(0, count).Select(T.CreateTruncating)];
        T[] target = new T[count];
        var plan = StridedPlans.Transpose(shape, permutation);
        fixed (
            T* from = source,
                to = target
        )
        {
            long middle = plan.Pieces / 2;
            StridedCopy.Run(plan, from, to, sizeof(T), middle, plan.Pieces);
            StridedCopy.Run(plan, from, to, sizeof(T), 0, middle);
        }

        T[] expected = [.. Enumerable.Range(0, count).Select(i => source[SourceIndex(shape, permutation, i)])];
        Assert.That(target, Is.EqualTo(expected));
    }

    private static long SourceIndex(int[] shape, int[] permutation, int target)
    {
        long[] strides = StridedPlans.Strides(shape);
        long index = 0;
        for (int i = shape.Length - 1; i >= 0; i--)
        {
            int size = shape[permutation[i]];
            index += target % size * strides[permutation[i]];
            target /= size;
        }

        return index;
    }
}
