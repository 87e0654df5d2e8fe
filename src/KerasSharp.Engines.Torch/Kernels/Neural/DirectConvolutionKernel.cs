using KerasSharp.Engines.Torch.Native;
using KerasSharp.Engines.Torch.Plans;

namespace KerasSharp.Engines.Torch.Kernels.Neural;

/// <summary>Steps of <see cref="DirectConvolution"/>.</summary>
internal static unsafe class DirectConvolutionKernel
{
    public static Action Forward(KernelContext context, DirectConvolutionShape shape)
    {
        var (input, filter, output) = (context.Input(0), context.Input(1), context.Output());
        var scratch = Scratch(context, DirectConvolution.ForwardScratch(shape));
        return () => DirectConvolution.Forward(shape, Floats(input), Floats(filter), Floats(output), Floats(scratch));
    }

    public static Action InputGradient(KernelContext context, DirectConvolutionShape shape)
    {
        var (filter, gradient, output) = (context.Input(1), context.Input(2), context.Output());
        var scratch = Scratch(context, DirectConvolution.BackwardInputScratch(shape));
        return () => DirectConvolution.BackwardInput(shape, Floats(gradient), Floats(filter), Floats(output), Floats(scratch));
    }

    public static Action FilterGradient(KernelContext context, DirectConvolutionShape shape)
    {
        var (input, gradient, output) = (context.Input(0), context.Input(2), context.Output());
        var scratch = Scratch(context, DirectConvolution.BackwardFilterScratch(shape));
        return () => DirectConvolution.BackwardFilter(shape, Floats(gradient), Floats(input), Floats(output), Floats(scratch));
    }

    private static Slot Scratch(KernelContext context, long floats) => context.Scratch(floats * sizeof(float));

    private static float* Floats(Slot slot) => (float*)slot.Pointer;
}
