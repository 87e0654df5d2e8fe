using System.Runtime.InteropServices;
using KerasSharp.Engines.Torch.Plans;
using KerasSharp.Ops;

namespace KerasSharp.Engines.Torch.Kernels.Arrays;

/// <summary>Ops on diagonals: each diagonal is a strided copy.</summary>
internal static unsafe class DiagonalKernels
{
    public static readonly IReadOnlyDictionary<string, KernelBinder> Kernels = new Dictionary<string, KernelBinder>
    {
        ["MatrixDiagV3"] = context =>
            Write(context, 0, DiagonalBand.From(context.Ints(1)), PadKernels.FillAll(context.Input(4), context.Output())),
        ["MatrixDiag"] = context => Write(context, 0, new DiagonalBand(0, 0), PadKernels.Clear(context.Output())),
        ["MatrixSetDiagV3"] = context => Write(context, 1, DiagonalBand.From(context.Ints(2)), CopyInput(context)),
        ["MatrixSetDiag"] = context => Write(context, 1, new DiagonalBand(0, 0), CopyInput(context)),
        ["MatrixDiagPartV3"] = context =>
            Read(context, DiagonalBand.From(context.Ints(1)), PadKernels.FillAll(context.Input(2), context.Output())),
        ["MatrixDiagPart"] = context => Read(context, new DiagonalBand(0, 0), null),
        ["Diag"] = context => Main(context, context.Output(), context.Input(0), isWritten: true),
        ["DiagPart"] = context => Main(context, context.Input(0), context.Output(), isWritten: false),
        ["MatrixBandPart"] = context => DTypeDispatch.Element(context.Output().DType, new BandVisitor(context)),
    };

    private static Action CopyInput(KernelContext context)
    {
        var (input, output) = (context.Input(0), context.Output());
        return () => NativeMemory.Copy((void*)input.Pointer, (void*)output.Pointer, (nuint)output.Bytes);
    }

    private static Action? Write(KernelContext context, int diagonalInput, DiagonalBand band, Action? first) =>
        Run(first, Steps(context, context.Output(), context.Input(diagonalInput), band, isWritten: true));

    private static Action? Read(KernelContext context, DiagonalBand band, Action? first) =>
        Run(first, Steps(context, context.Input(0), context.Output(), band, isWritten: false));

    private static Action Run(Action? first, List<Action> steps) =>
        () =>
        {
            first?.Invoke();
            foreach (var step in steps)
                step();
        };

    /// <summary>A copy for each diagonal between [batch, rows, columns] and [batch, diagonals, longest].</summary>
    private static List<Action> Steps(KernelContext context, Slot matrices, Slot diagonals, DiagonalBand band, bool isWritten)
    {
        var (rows, columns) = (matrices.Shape[-2], matrices.Shape[-1]);
        long batch = matrices.Shape.Slice(0, matrices.Shape.Rank - 2).Size;
        long longest = band.LongestDiagonal(rows, columns);
        if (diagonals.Count != batch * band.Count * longest)
            throw new ArgumentException(
                $"{context.Operation.Name}: diagonals of shape {diagonals.Shape} do not fit the diagonals {band.Lowest} to {band.Highest} of {matrices.Shape}."
            );
        string align = context.Operation.Attributes.Get("align", "LEFT_LEFT");
        var steps = new List<Action>();
        for (int d = band.Lowest; d <= band.Highest; d++)
        {
            long length = DiagonalBand.Length(rows, columns, d);
            var inMatrix = new StridedBlock([rows * columns, columns + 1], d >= 0 ? d : -d * columns);
            var inRow = new StridedBlock(
                [band.Count * longest, 1],
                ((band.Highest - d) * longest) + DiagonalBand.Offset(align, d, length, longest)
            );
            var step = isWritten
                ? MoveKernels.Step(diagonals, matrices, [batch, length], inRow, inMatrix)
                : MoveKernels.Step(matrices, diagonals, [batch, length], inMatrix, inRow);
            if (step is not null)
                steps.Add(step);
        }
        return steps;
    }

    /// <summary>The diagonal of a tensor whose shape is another one's twice.</summary>
    private static Action Main(KernelContext context, Slot square, Slot diagonal, bool isWritten)
    {
        long count = diagonal.Count;
        var inSquare = new StridedBlock([count + 1]);
        var dense = new StridedBlock([1]);
        return isWritten
            ? Run(PadKernels.Clear(square), MoveKernels.Step(diagonal, square, [count], dense, inSquare) is { } write ? [write] : [])
            : Run(null, MoveKernels.Step(square, diagonal, [count], inSquare, dense) is { } read ? [read] : []);
    }

    private sealed class BandVisitor(KernelContext context) : IElementVisitor
    {
        public Action? Visit<T>()
            where T : unmanaged, IEquatable<T>
        {
            var (input, output) = (context.Input(0), context.Output());
            var (lower, upper) = (context.Ints(1)[0], context.Ints(2)[0]);
            var (rows, columns) = (input.Shape[-2], input.Shape[-1]);
            return () =>
            {
                for (long i = 0; i < output.Count; i++)
                {
                    long row = i / columns % rows;
                    long column = i % columns;
                    bool isKept = (lower < 0 || row - column <= lower) && (upper < 0 || column - row <= upper);
                    ((T*)output.Pointer)[i] = isKept ? ((T*)input.Pointer)[i] : default;
                }
            };
        }
    }
}
