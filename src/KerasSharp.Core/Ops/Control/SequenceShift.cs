namespace KerasSharp.Ops;

/// <summary>Shifts a stacked sequence by a step.</summary>
internal static class SequenceShift
{
    /// <summary>For each step what the step before it left: the initial value, then the sequence without its last step.</summary>
    /// <param name="history">[time, …], at least one step.</param>
    /// <param name="initial">[…].</param>
    /// <param name="reverse">Whether steps go from the last entry to the first.</param>
    public static Tensor Previous(Tensor history, Tensor initial, bool reverse)
    {
        var first = Op.ExpandDims(initial, Op.Int(0));
        var zeros = new long[history.Rank];
        var start = (long[])zeros.Clone();
        start[0] = reverse ? 1 : 0;
        var end = Op.Ints([reverse ? 0 : -1, .. zeros[1..]]);
        int all = (1 << history.Rank) - 1;
        var rest = Op.StridedSlice(
            history,
            Op.Ints(start),
            end,
            Op.Ints([.. zeros.Select(_ => 1L)]),
            beginMask: reverse ? all & ~1 : all,
            endMask: reverse ? all : all & ~1
        );
        return Op.ConcatV2(reverse ? [rest, first] : [first, rest], Op.Int(0));
    }
}
