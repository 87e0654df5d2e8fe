using KerasSharp.Engines.Torch.Plans;

namespace KerasSharp.Engines.Torch.Kernels.Elementwise;

/// <summary>The choice between two values by a bool, for elements of any size.</summary>
internal static unsafe class SelectKernels
{
    public static Action? Bind(KernelContext context) =>
        Broadcast.Bind(
            context,
            [context.Input(0), context.Input(1), context.Input(2)],
            scalars =>
                context.Output().DType.Size() switch
                {
                    1 => Kernel<byte>(scalars),
                    2 => Kernel<ushort>(scalars),
                    4 => Kernel<uint>(scalars),
                    8 => Kernel<ulong>(scalars),
                    16 => Kernel<UInt128>(scalars),
                    _ => throw ElementwiseKernels.NoKernel(context),
                }
        );

    private static ElementwiseKernel Kernel<T>(bool[] scalars)
        where T : unmanaged
    {
        int condition = scalars[0] ? 0 : 1;
        int onTrue = scalars[1] ? 0 : 1;
        int onFalse = scalars[2] ? 0 : 1;
        return (operands, count) =>
        {
            var c = (byte*)operands[0];
            var t = (T*)operands[1];
            var e = (T*)operands[2];
            var z = (T*)operands[3];
            for (int i = 0; i < count; i++)
                z[i] = c[i * condition] != 0 ? t[i * onTrue] : e[i * onFalse];
        };
    }
}
