namespace KerasSharp.Engines.Torch.Numerics;

/// <summary>
/// An elementwise op of two C-contiguous arrays under NumPy's broadcasting rules, in as few axes as say the same.
/// The result is a number of rows, each of <see cref="RowLength"/> neighbours, in each of which an operand has stride 1 or 0.
/// </summary>
internal sealed class BroadcastPlan
{
    private readonly long[] _sizes;
    private readonly long[] _left;
    private readonly long[] _right;

    private BroadcastPlan(int[] shape, List<(long Size, long Left, long Right)> axes)
    {
        Shape = shape;
        _sizes = [.. axes.Select(axis => axis.Size)];
        _left = [.. axes.Select(axis => axis.Left)];
        _right = [.. axes.Select(axis => axis.Right)];
        Count = ReductionPlan.Product(_sizes);
        Kind = Classify();
    }

    /// <summary>The result's shape.</summary>
    public int[] Shape { get; }

    /// <summary>The result's elements.</summary>
    public long Count { get; }

    /// <summary>The case at hand.</summary>
    public BroadcastKind Kind { get; }

    /// <summary>Neighbours in a row of the result.</summary>
    public long RowLength => _sizes[^1];

    /// <summary>Rows of the result.</summary>
    public long Rows => RowLength == 0 ? 0 : Count / RowLength;

    /// <summary>The left operand's stride within a row: 1, or 0 where one element serves the whole row.</summary>
    public int LeftStep => (int)_left[^1];

    /// <summary>The right operand's stride within a row: 1 or 0.</summary>
    public int RightStep => (int)_right[^1];

    /// <summary>Plans the op.</summary>
    /// <exception cref="ArgumentException">The shapes do not go together.</exception>
    public static BroadcastPlan Create(ReadOnlySpan<int> left, ReadOnlySpan<int> right)
    {
        int rank = int.Max(left.Length, right.Length);
        int[] shape = new int[rank];
        var axes = new List<(long Size, long Left, long Right)>(rank);
        long leftStride = 1;
        long rightStride = 1;
        for (int i = 1; i <= rank; i++)
        {
            int leftSize = i <= left.Length ? left[^i] : 1;
            int rightSize = i <= right.Length ? right[^i] : 1;
            int size = leftSize == 1 ? rightSize : leftSize;
            if (rightSize != 1 && rightSize != size)
            {
                throw new ArgumentException(
                    $"Shapes [{string.Join(", ", left.ToArray())}] and [{string.Join(", ", right.ToArray())}] do not go together: {leftSize} and {rightSize} are neither equal nor 1."
                );
            }

            shape[^i] = size;
            Prepend(axes, size, leftSize == 1 ? 0 : leftStride, rightSize == 1 ? 0 : rightStride);
            leftStride *= leftSize;
            rightStride *= rightSize;
        }

        if (axes.Count == 0)
        {
            axes.Add((1, 1, 1));
        }

        axes.Reverse();
        return new(shape, axes);
    }

    /// <summary>Starts at row <paramref name="row"/>, giving the two operands' offsets row by row.</summary>
    public RowPair StartAt(long row) =>
        new(_sizes.AsSpan(0, _sizes.Length - 1), _left.AsSpan(0, _sizes.Length - 1), _right.AsSpan(0, _sizes.Length - 1), row);

    // Axes come innermost first; an axis that goes on where the one inside it ends is one walk with it.
    private static void Prepend(List<(long Size, long Left, long Right)> axes, long size, long left, long right)
    {
        if (size == 1)
        {
            return;
        }

        if (axes.Count > 0)
        {
            (long innerSize, long innerLeft, long innerRight) = axes[^1];
            if (left == innerLeft * innerSize && right == innerRight * innerSize)
            {
                axes[^1] = (size * innerSize, innerLeft, innerRight);
                return;
            }
        }

        axes.Add((size, left, right));
    }

    private BroadcastKind Classify() =>
        (_sizes.Length, _left[^1], _right[^1]) switch
        {
            (1, 1, 1) => BroadcastKind.Same,
            (1, 0, 1) => BroadcastKind.ScalarLeft,
            (1, 1, 0) => BroadcastKind.ScalarRight,
            (2, 1, 1) when _left[0] == 0 => BroadcastKind.RowLeft,
            (2, 1, 1) when _right[0] == 0 => BroadcastKind.RowRight,
            _ => BroadcastKind.General,
        };

    /// <summary>The operands' offsets at one row after the other.</summary>
    internal ref struct RowPair
    {
        private Odometer _leftWalk;
        private Odometer _rightWalk;

        internal RowPair(ReadOnlySpan<long> sizes, ReadOnlySpan<long> left, ReadOnlySpan<long> right, long row)
        {
            _leftWalk = new(sizes, left, new long[sizes.Length], row);
            _rightWalk = new(sizes, right, new long[sizes.Length], row);
        }

        /// <summary>Where the row begins in the left operand.</summary>
        public readonly long Left => _leftWalk.Offset;

        /// <summary>Where the row begins in the right operand.</summary>
        public readonly long Right => _rightWalk.Offset;

        /// <summary>Goes to the next row.</summary>
        public void Next()
        {
            _leftWalk.Next();
            _rightWalk.Next();
        }
    }
}
