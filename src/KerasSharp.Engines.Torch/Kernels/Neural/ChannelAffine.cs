using System.Numerics.Tensors;
using KerasSharp.Engines.Torch.Plans;

namespace KerasSharp.Engines.Torch.Kernels.Neural;

/// <summary>y = a · u + b · v + c with a number a, b and c for each channel; v may be left out.</summary>
internal sealed unsafe class ChannelAffine
{
    private readonly BatchNormLayout layout;
    private readonly Slot rows;
    private readonly Action<long, long> body;
    private float* first;
    private float* second;
    private float* target;

    public ChannelAffine(KernelContext context, BatchNormLayout layout)
    {
        this.layout = layout;
        rows = context.Scratch(3L * layout.Width * sizeof(float));
        body = layout.IsChannelsLast ? Rows : Planes;
    }

    private float* A => (float*)rows.Pointer;

    private float* B => A + layout.Width;

    private float* C => B + layout.Width;

    /// <summary>Sets a channel's numbers.</summary>
    public void Set(int channel, float a, float b, float c)
    {
        for (int i = channel; i < layout.Width; i += layout.Channels)
            (A[i], B[i], C[i]) = (a, b, c);
    }

    /// <summary>Computes y from u and, unless null, v.</summary>
    public void Run(float* u, float* v, float* y)
    {
        first = u;
        second = v;
        target = y;
        if (layout.IsChannelsLast)
            layout.ForParts(body);
        else
            layout.ForChannels(body);
    }

    private void Rows(long begin, long end)
    {
        long stop = layout.PartStart(end);
        for (long at = layout.PartStart(begin); at < stop; at += layout.Width)
        {
            int length = (int)Math.Min(layout.Width, stop - at);
            var y = new Span<float>(target + at, length);
            TensorPrimitives.MultiplyAdd(Span(first + at, length), Span(A, length), Span(C, length), y);
            if (second != null)
                TensorPrimitives.MultiplyAdd(Span(second + at, length), Span(B, length), y, y);
        }
    }

    private void Planes(long begin, long end)
    {
        int length = checked((int)layout.Inner);
        for (long channel = begin; channel < end; channel++)
        for (long outer = 0; outer < layout.Outer; outer++)
        {
            long at = (outer * layout.Channels + channel) * layout.Inner;
            var y = new Span<float>(target + at, length);
            TensorPrimitives.Multiply(Span(first + at, length), A[channel], y);
            TensorPrimitives.Add(y, C[channel], y);
            if (second != null)
                TensorPrimitives.MultiplyAdd(Span(second + at, length), B[channel], y, y);
        }
    }

    private static ReadOnlySpan<float> Span(float* data, int length) => new(data, length);
}
