using System.Numerics.Tensors;
using KerasSharp.Engines.Torch.Plans;

namespace KerasSharp.Engines.Torch.Kernels.Neural;

/// <summary>
/// Sums over each channel: of a value, and of products of centred values. Partial sums of parts are added in a fixed order.
/// </summary>
internal sealed unsafe class ChannelSums
{
    private readonly BatchNormLayout layout;
    private readonly Slot partial;
    private readonly Slot centre;
    private readonly Action<long, long> body;
    private float* value;
    private float* factor;
    private float* means;
    private float* result;

    public ChannelSums(KernelContext context, BatchNormLayout layout)
    {
        this.layout = layout;
        partial = context.Scratch((long)layout.Parts * layout.Width * 2 * sizeof(float));
        centre = context.Scratch((long)layout.Width * sizeof(float));
        body = layout.IsChannelsLast ? SumParts : SumPlanes;
    }

    /// <summary>
    /// For each channel the sum of <paramref name="values"/>, or with means given the sum of (values - mean) · <paramref name="factors"/>,
    /// where no factors mean the centred values themselves.
    /// </summary>
    public void Sum(float* values, float* factors, float* channelMeans, float* sums)
    {
        value = values;
        factor = factors;
        means = channelMeans;
        result = sums;
        if (!layout.IsChannelsLast)
        {
            layout.ForChannels(body);
            return;
        }
        if (means != null)
            for (int i = 0; i < layout.Width; i++)
                ((float*)centre.Pointer)[i] = means[i % layout.Channels];
        layout.ForParts(body);
        Fold();
    }

    private void SumParts(long begin, long end)
    {
        int width = layout.Width;
        for (long part = begin; part < end; part++)
        {
            var sum = new Span<float>((float*)partial.Pointer + part * width * 2, width);
            var buffer = new Span<float>((float*)partial.Pointer + (part * 2 + 1) * width, width);
            sum.Clear();
            long stop = layout.PartStart(part + 1);
            for (long at = layout.PartStart(part); at < stop; at += width)
                Accumulate(at, (int)Math.Min(width, stop - at), sum, buffer);
        }
    }

    private void Accumulate(long at, int length, Span<float> sum, Span<float> buffer)
    {
        var x = new ReadOnlySpan<float>(value + at, length);
        sum = sum[..length];
        if (means == null)
        {
            TensorPrimitives.Add(sum, x, sum);
            return;
        }
        buffer = buffer[..length];
        TensorPrimitives.Subtract(x, new ReadOnlySpan<float>((float*)centre.Pointer, length), buffer);
        var other = factor == null ? buffer : new Span<float>(factor + at, length);
        TensorPrimitives.MultiplyAdd(buffer, other, sum, sum);
    }

    private void Fold()
    {
        for (int channel = 0; channel < layout.Channels; channel++)
        {
            double total = 0;
            for (int part = 0; part < layout.Parts; part++)
            for (int i = channel; i < layout.Width; i += layout.Channels)
                total += ((float*)partial.Pointer)[(long)part * layout.Width * 2 + i];
            result[channel] = (float)total;
        }
    }

    private void SumPlanes(long begin, long end)
    {
        for (long channel = begin; channel < end; channel++)
        {
            double total = 0;
            for (long outer = 0; outer < layout.Outer; outer++)
                total += Plane((outer * layout.Channels + channel) * layout.Inner, channel);
            result[channel] = (float)total;
        }
    }

    private double Plane(long at, long channel)
    {
        int length = checked((int)layout.Inner);
        var x = new ReadOnlySpan<float>(value + at, length);
        if (means == null)
            return TensorPrimitives.Sum(x);
        double total = 0;
        for (int i = 0; i < length; i++)
        {
            double centred = x[i] - means[channel];
            total += centred * (factor == null ? centred : factor[at + i]);
        }
        return total;
    }
}
