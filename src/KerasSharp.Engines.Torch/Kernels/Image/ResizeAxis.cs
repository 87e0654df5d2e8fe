using KerasSharp.Engines.Torch.Plans;

namespace KerasSharp.Engines.Torch.Kernels.Image;

/// <summary>How the pixels of a resized axis are made: of each the places in the original that it is a weighted sum of.</summary>
/// <param name="Taps">The number of places for each pixel.</param>
/// <param name="Indices">Of pixel i the places from i · Taps on.</param>
/// <param name="Weights">Their weights.</param>
internal sealed record ResizeAxis(int Taps, int[] Indices, float[] Weights)
{
    private const int CubicSteps = 1024;

    /// <summary>The number of resized pixels.</summary>
    public int Length => Indices.Length / Taps;

    /// <summary>The axis of an op ResizeNearestNeighbor…, ResizeBilinear… or ResizeBicubic….</summary>
    public static ResizeAxis Of(KernelContext context, long original, long resized)
    {
        bool alignCorners = context.Attr<bool>("align_corners");
        bool halfPixel = context.Attr<bool>("half_pixel_centers");
        float scale = alignCorners && resized > 1 ? (original - 1) / (float)(resized - 1) : original / (float)resized;
        var op = context.Operation.Type;
        int taps =
            op.StartsWith("ResizeNearest", StringComparison.Ordinal) ? 1
            : op.StartsWith("ResizeBilinear", StringComparison.Ordinal) ? 2
            : 4;
        var axis = new ResizeAxis(taps, new int[resized * taps], new float[resized * taps]);
        for (int i = 0; i < resized; i++)
        {
            float at = halfPixel ? (i + 0.5f) * scale : i * scale;
            if (taps == 1)
                axis.Put(i, 0, (long)(alignCorners ? MathF.Round(at, MidpointRounding.AwayFromZero) : MathF.Floor(at)), original, 1);
            else if (taps == 2)
                axis.Linear(i, halfPixel ? at - 0.5f : at, original);
            else
                axis.Cubic(i, halfPixel ? at - 0.5f : at, original, halfPixel);
        }
        return axis;
    }

    private void Linear(int i, float at, long original)
    {
        float lower = MathF.Floor(at);
        Put(i, 0, (long)lower, original, 1 - (at - lower));
        Put(i, 1, (long)MathF.Ceiling(at), original, at - lower);
    }

    /// <summary>
    /// Keys' cubic with a = -0.5, where places outside do not count, or the older one with a = -0.75, where the border is repeated. As in
    /// TensorFlow the position between pixels is one of 1024.
    /// </summary>
    private void Cubic(int i, float at, long original, bool isKeys)
    {
        long lower = (long)MathF.Floor(at);
        float delta = MathF.Round((at - lower) * CubicSteps) / CubicSteps;
        float a = isKeys ? -0.5f : -0.75f;
        Span<float> weights = [Far(delta, a), Near(delta, a), Near(1 - delta, a), Far(1 - delta, a)];
        float sum = 0;
        for (int tap = 0; tap < 4; tap++)
        {
            long place = lower - 1 + tap;
            if (isKeys && (place < 0 || place >= original))
                weights[tap] = 0;
            sum += weights[tap];
        }
        for (int tap = 0; tap < 4; tap++)
            Put(i, tap, lower - 1 + tap, original, isKeys && MathF.Abs(sum) > 1e-30f ? weights[tap] / sum : weights[tap]);
    }

    private static float Near(float x, float a) => (((a + 2) * x) - (a + 3)) * x * x + 1;

    private static float Far(float x, float a)
    {
        x++;
        return ((a * x - 5 * a) * x + 8 * a) * x - 4 * a;
    }

    private void Put(int i, int tap, long place, long original, float weight)
    {
        Indices[i * Taps + tap] = (int)Math.Clamp(place, 0, original - 1);
        Weights[i * Taps + tap] = weight;
    }
}
