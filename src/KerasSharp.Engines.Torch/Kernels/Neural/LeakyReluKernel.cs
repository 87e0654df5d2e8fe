using System.Numerics;
using KerasSharp.Engines.Torch.Plans;

namespace KerasSharp.Engines.Torch.Kernels.Neural;

/// <summary>LeakyRelu and its gradient, as nodes that can be joined with their neighbours.</summary>
internal static unsafe class LeakyReluKernel
{
    public static Action? Bind(KernelContext context)
    {
        // The attribute is a float32 also where the numbers are not.
        double alpha = (float)context.Attr<double>("alpha");
        context.Elementwise = new ElementwiseNode(
            context.Input(0).DType switch
            {
                DType.Float32 => (operands, count) => Forward((float*)operands[0], (float*)operands[1], count, (float)alpha),
                DType.Float64 => (operands, count) => Forward((double*)operands[0], (double*)operands[1], count, alpha),
                DType.Float16 => (operands, count) => Forward((Half*)operands[0], (Half*)operands[1], count, (Half)alpha),
                _ => throw Elementwise.ElementwiseKernels.NoKernel(context),
            },
            [context.Input(0)],
            context.Output()
        );
        return null;
    }

    public static Action? BindGrad(KernelContext context)
    {
        // The attribute is a float32 also where the numbers are not.
        double alpha = (float)context.Attr<double>("alpha");
        context.Elementwise = new ElementwiseNode(
            context.Input(0).DType switch
            {
                DType.Float32 => (o, count) => Backward((float*)o[0], (float*)o[1], (float*)o[2], count, (float)alpha),
                DType.Float64 => (o, count) => Backward((double*)o[0], (double*)o[1], (double*)o[2], count, alpha),
                DType.Float16 => (o, count) => Backward((Half*)o[0], (Half*)o[1], (Half*)o[2], count, (Half)alpha),
                _ => throw Elementwise.ElementwiseKernels.NoKernel(context),
            },
            [context.Input(0), context.Input(1)],
            context.Output()
        );
        return null;
    }

    private static void Forward<T>(T* x, T* y, int count, T alpha)
        where T : unmanaged, INumber<T>
    {
        for (int i = 0; i < count; i++)
            y[i] = x[i] > T.Zero ? x[i] : x[i] * alpha;
    }

    private static void Backward<T>(T* dy, T* x, T* dx, int count, T alpha)
        where T : unmanaged, INumber<T>
    {
        for (int i = 0; i < count; i++)
            dx[i] = x[i] > T.Zero ? dy[i] : dy[i] * alpha;
    }
}
