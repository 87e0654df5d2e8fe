using System.Numerics;

namespace KerasSharp.Engines.Torch.Numerics;

/// <summary>
/// MaxPoolWithArgmax: the first greatest of each window and where it is, ((y * width + x) * channels + channel), with the
/// picture's offset added where <c>include_batch_in_index</c> is set. Unlike <see cref="MaxPool"/> it keeps a NaN that comes first.
/// </summary>
internal static unsafe class MaxPoolArgmax
{
    /// <summary>Output rows <paramref name="begin"/> to before <paramref name="end"/>; <paramref name="output"/> may be null.</summary>
    public static void Forward<T, TIndex>(PoolGeometry geometry, T* input, T* output, TIndex* argmax, bool includeBatch, int begin, int end)
        where T : unmanaged, INumber<T>
        where TIndex : unmanaged, IBinaryInteger<TIndex>
    {
        var visitor = new Visitor<T, TIndex>(geometry, input, output, argmax, includeBatch);
        geometry.Visit(ref visitor, begin, end);
    }

    private readonly struct Visitor<T, TIndex>(PoolGeometry geometry, T* input, T* output, TIndex* argmax, bool includeBatch) : IPoolVisitor
        where T : unmanaged, INumber<T>
        where TIndex : unmanaged, IBinaryInteger<TIndex>
    {
        private readonly int _channels = geometry.Channels;
        private readonly int _width = geometry.Width.Input;
        private readonly int _height = geometry.Height.Input;
        private readonly int _depth = geometry.Depth.Input;
        private readonly long _picture = geometry.InputStride;

        public void Window(in PoolWindow window, long at)
        {
            long offset = window.Picture * _picture;
            for (int channel = 0; channel < _channels; channel++)
            {
                long best = First(window, input + offset, channel);
                argmax[at + channel] = TIndex.CreateTruncating(includeBatch ? offset + best : best);
                if (output != null)
                {
                    output[at + channel] = input[offset + best];
                }
            }
        }

        private long First(in PoolWindow window, T* picture, int channel)
        {
            long best = -1;
            for (int d = window.D0; d < window.D1; d++)
            {
                for (int h = window.H0; h < window.H1; h++)
                {
                    long cell = (((long)d * _height + h) * _width + window.W0) * _channels + channel;
                    for (int w = window.W0; w < window.W1; w++, cell += _channels)
                    {
                        best = best < 0 || picture[cell] > picture[best] ? cell : best;
                    }
                }
            }

            return best;
        }
    }
}
