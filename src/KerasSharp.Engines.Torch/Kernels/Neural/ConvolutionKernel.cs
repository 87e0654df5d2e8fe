using System.Runtime.InteropServices;
using KerasSharp.Engines.Torch.Kernels.Arrays;
using KerasSharp.Engines.Torch.Native;
using KerasSharp.Engines.Torch.Plans;

namespace KerasSharp.Engines.Torch.Kernels.Neural;

/// <summary>Convolutions of any number of spatial axes by libtorch, and their gradients.</summary>
internal static unsafe class ConvolutionKernel
{
    public static Action? Forward(KernelContext context)
    {
        var (input, filter) = (context.Input(0), context.Input(1));
        var binding = new ConvolutionBinding(context, input.Shape, filter.Shape);
        if (context.Output().Count == 0)
            return null;
        if (input.Count == 0 || filter.Count == 0)
            return PadKernels.Clear(context.Output());
        if (binding.Direct is { } direct)
            return DirectConvolutionKernel.Forward(context, direct);
        var (pad, padded) = Pad(context, binding, input);
        var output = new ConvolutionResult(context);
        return () =>
        {
            pad?.Invoke();
            output.Take(binding.Convolution.Forward(padded.Pointer, binding.Seen.Dims, filter.Pointer, binding.Filter.Dims));
        };
    }

    public static Action? InputGradient(KernelContext context)
    {
        var (filter, gradient) = (context.Input(1), context.Input(2));
        var binding = new ConvolutionBinding(context, context.Output().Shape, filter.Shape, isInputGradient: true);
        Check(context, binding, gradient);
        if (context.Output().Count == 0)
            return null;
        if (gradient.Count == 0)
            return PadKernels.Clear(context.Output());
        if (binding.Direct is { } direct)
            return DirectConvolutionKernel.InputGradient(context, direct);
        long bytes = binding.Seen.Size * gradient.DType.Size();
        var model = context.Scratch(bytes);
        if (!binding.IsPadded)
        {
            var result = new ConvolutionResult(context);
            return () => result.Take(Compute(model, filter));
        }
        var padded = new Slot(gradient.DType, binding.Padded, context.Scratch(bytes).Buffer);
        var dims = binding.Input.ToArray();
        var window = StridedBlock.Window(binding.Padded.Dims, binding.Origin, [.. dims.Select(_ => 1L)]);
        var (widen, wideFilter) = binding.IsWidened ? Place(context, filter, binding.Filter, new long[filter.Shape.Rank]) : (null, filter);
        var crop = MoveKernels.Step(padded, context.Output(), dims, window, StridedBlock.Dense(dims));
        return () =>
        {
            widen?.Invoke();
            ConvolutionResult.CopyImages(Compute(model, wideFilter), padded.Pointer, gradient.DType);
            crop?.Invoke();
        };

        TensorHandle Compute(Slot image, Slot weights) =>
            binding.Convolution.InputGradient(
                gradient.Pointer,
                binding.Output.Dims,
                image.Pointer,
                binding.Seen.Dims,
                weights.Pointer,
                binding.Filter.Dims
            );
    }

    public static Action? FilterGradient(KernelContext context)
    {
        var (input, gradient, output) = (context.Input(0), context.Input(2), context.Output());
        var binding = new ConvolutionBinding(context, input.Shape, output.Shape, isFilterGradient: true);
        Check(context, binding, gradient);
        if (output.Count == 0)
            return null;
        if (input.Count == 0 || gradient.Count == 0)
            return PadKernels.Clear(output);
        if (binding.Direct is { } direct)
            return DirectConvolutionKernel.FilterGradient(context, direct);
        var (pad, padded) = Pad(context, binding, input);
        var (sample, sampled) = Sample(context, binding, padded);
        var model = context.Scratch(output.Bytes);
        return () =>
        {
            pad?.Invoke();
            sample?.Invoke();
            using var result = binding.Convolution.FilterGradient(
                gradient.Pointer,
                binding.Output.Dims,
                sampled.Pointer,
                binding.Seen.Dims,
                model.Pointer,
                binding.Filter.Dims
            );
            ConvolutionResult.CopyFilter(result, output.Pointer, output.DType);
        };
    }

    /// <summary>The step that pads the input, if it must be, and where the convolution then finds it.</summary>
    private static (Action? Step, Slot Input) Pad(KernelContext context, ConvolutionBinding binding, Slot input) =>
        binding.IsPadded ? Place(context, input, binding.Padded, binding.Origin) : (null, input);

    /// <summary>The step that gathers the elements that a strided filter of one element meets, if it must be done, and where they then are.</summary>
    private static (Action? Step, Slot Input) Sample(KernelContext context, ConvolutionBinding binding, Slot value)
    {
        if (!binding.IsSampled)
            return (null, value);
        var dims = binding.Sampled.ToArray();
        var sampled = new Slot(value.DType, binding.Sampled, context.Scratch(binding.Sampled.Size * value.DType.Size()).Buffer);
        var window = StridedBlock.Window(value.Shape.Dims, new long[dims.Length], binding.SampleSteps);
        return (MoveKernels.Step(value, sampled, dims, window, StridedBlock.Dense(dims)), sampled);
    }

    /// <summary>A step that puts a value into a larger one of zeros, and the larger one.</summary>
    private static (Action Step, Slot Larger) Place(KernelContext context, Slot value, Shape shape, long[] origin)
    {
        var larger = new Slot(value.DType, shape, context.Scratch(shape.Size * value.DType.Size()).Buffer);
        var dims = value.Shape.ToArray();
        var window = StridedBlock.Window(shape.Dims, origin, [.. dims.Select(_ => 1L)]);
        var place = MoveKernels.Step(value, larger, dims, StridedBlock.Dense(dims), window);
        return (
            () =>
            {
                NativeMemory.Clear((void*)larger.Pointer, (nuint)larger.Bytes);
                place?.Invoke();
            },
            larger
        );
    }

    private static void Check(KernelContext context, ConvolutionBinding binding, Slot gradient)
    {
        if (!gradient.Shape.Equals(binding.Output))
            throw new ArgumentException(
                $"{context.Operation.Name}: a convolution of {binding.Input} by {binding.Filter} has the shape {binding.Output}, "
                    + $"but its gradient has {gradient.Shape}."
            );
    }
}
