using KerasSharp.Engines.Torch.Numerics;

namespace KerasSharp.Engines.Torch.Tests.Numerics;

public sealed class BroadcastPlanTests
{
    [TestCase("2,3", "2,3", nameof(BroadcastKind.Same), 6)]
    [TestCase("", "2,3", nameof(BroadcastKind.ScalarLeft), 6)]
    [TestCase("2,3", "1,1,1", nameof(BroadcastKind.ScalarRight), 6)]
    [TestCase("3", "2,4,3", nameof(BroadcastKind.RowLeft), 3)]
    [TestCase("2,4,3", "4,3", nameof(BroadcastKind.RowRight), 12)]
    [TestCase("2,4,3", "2,1,3", nameof(BroadcastKind.General), 3)]
    [TestCase("2,4,3", "2,4,1", nameof(BroadcastKind.General), 3)]
    [TestCase("4,1", "3", nameof(BroadcastKind.General), 3)]
    [TestCase("", "", nameof(BroadcastKind.Same), 1)]
    [TestCase("0,3", "3", nameof(BroadcastKind.RowRight), 3)]
    public void ClassifiesAndWalks(string left, string right, string kind, long rowLength)
    {
        int[] leftShape = Shape(left);
        int[] rightShape = Shape(right);
        var plan = BroadcastPlan.Create(leftShape, rightShape);
        Assert.That(plan.Kind.ToString(), Is.EqualTo(kind));
        Assert.That(plan.RowLength, Is.EqualTo(rowLength));

        var offsets = new List<(long, long)>();
        BroadcastPlan.RowPair pair = plan.StartAt(0);
        for (long row = 0; row < plan.Rows; row++, pair.Next())
        {
            for (long i = 0; i < plan.RowLength; i++)
            {
                offsets.Add((pair.Left + i * plan.LeftStep, pair.Right + i * plan.RightStep));
            }
        }

        Assert.That(offsets, Is.EqualTo(Expected(plan.Shape, leftShape, rightShape)));
    }

    [Test]
    public void StartsAnywhere()
    {
        BroadcastPlan.RowPair pair = BroadcastPlan.Create([2, 4, 3], [2, 1, 3]).StartAt(5);
        Assert.That((pair.Left, pair.Right), Is.EqualTo((15L, 3L)));
    }

    [Test]
    public void ShapesThatDoNotGoTogetherThrow() =>
        Assert.That(() => BroadcastPlan.Create([2, 3], [2]), Throws.ArgumentException.With.Message.Contains("[2, 3]"));

    private static int[] Shape(string text) => [.. text.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(int.Parse)];

    private static IEnumerable<(long, long)> Expected(int[] shape, int[] left, int[] right)
    {
        int count = shape.Aggregate(1, (a, b) => a * b);
        return Enumerable.Range(0, count).Select(i => (Offset(shape, left, i), Offset(shape, right, i)));
    }

    private static long Offset(int[] shape, int[] operand, int index)
    {
        long offset = 0;
        long stride = 1;
        for (int i = 1; i <= operand.Length; i++)
        {
            offset += operand[^i] == 1 ? 0 : index % shape[^i] * stride;
            stride *= operand[^i];
            index /= shape[^i];
        }

        return offset;
    }
}
