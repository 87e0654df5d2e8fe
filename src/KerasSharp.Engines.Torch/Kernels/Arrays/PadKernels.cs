using System.Runtime.InteropServices;
using KerasSharp.Engines.Torch.Plans;

namespace KerasSharp.Engines.Torch.Kernels.Arrays;

/// <summary>Paddings: the border is filled, then the input copied to its place.</summary>
internal static unsafe class PadKernels
{
    public static readonly IReadOnlyDictionary<string, KernelBinder> Kernels = new Dictionary<string, KernelBinder>
    {
        ["Pad"] = Pad,
        ["PadV2"] = PadV2,
        ["Fill"] = context => FillAll(context.Input(1), context.Output()),
        ["ZerosLike"] = Zeros,
        ["OnesLike"] = Ones,
    };

    /// <summary>A step that sets all bytes of a slot to 0.</summary>
    public static Action Clear(Slot slot) => () => NativeMemory.Clear((void*)slot.Pointer, (nuint)slot.Bytes);

    private static Action? Pad(KernelContext context) => Join(Clear(context.Output()), Place(context));

    private static Action? PadV2(KernelContext context) => Join(FillAll(context.Input(2), context.Output()), Place(context));

    private static Action? Place(KernelContext context)
    {
        var (input, output) = (context.Input(0), context.Output());
        var dims = input.Shape.ToArray();
        long[] before = [.. context.Ints(1).Where((_, i) => i % 2 == 0)];
        var ones = Enumerable.Repeat(1L, dims.Length).ToArray();
        return MoveKernels.Step(input, output, dims, StridedBlock.Dense(dims), StridedBlock.Window(output.Shape.Dims, before, ones));
    }

    /// <summary>A step that sets all elements of a slot to one value, which it reads when running.</summary>
    public static Action? FillAll(Slot value, Slot output)
    {
        var dims = output.Shape.ToArray();
        return MoveKernels.Step(value, output, dims, new StridedBlock(new long[dims.Length]), StridedBlock.Dense(dims));
    }

    private static Action? Zeros(KernelContext context) => Clear(context.Output());

    private static Action? Ones(KernelContext context)
    {
        var output = context.Output();
        return DTypeDispatch.Element(output.DType, new OnesVisitor(output, TensorValue.Scalar(1, output.DType).Bytes.ToArray()));
    }

    private static Action? Join(Action? first, Action? second) =>
        () =>
        {
            first?.Invoke();
            second?.Invoke();
        };

    private sealed class OnesVisitor(Slot output, byte[] one) : IElementVisitor
    {
        public Action? Visit<T>()
            where T : unmanaged, IEquatable<T>
        {
            var value = MemoryMarshal.Read<T>(one);
            return () => new Span<T>((void*)output.Pointer, checked((int)output.Count)).Fill(value);
        }
    }
}
