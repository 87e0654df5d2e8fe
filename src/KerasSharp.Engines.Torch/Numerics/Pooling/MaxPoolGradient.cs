using System.Numerics;
using System.Runtime.Intrinsics;

namespace KerasSharp.Engines.Torch.Numerics;

/// <summary>MaxPoolGrad and MaxPool3DGrad: each window's gradient goes to the first of its greatest cells, in row order.</summary>
internal static unsafe class MaxPoolGradient
{
    /// <summary>
    /// The input's gradient for the pictures <paramref name="begin"/> to before <paramref name="end"/> of the batch.
    /// A NaN that comes first takes the gradient where <paramref name="keepFirstNaN"/> is set (TensorFlow's 2-D kernel; its 3-D one ignores NaN).
    /// </summary>
    public static void Run<T>(PoolGeometry geometry, T* input, T* outputGradient, T* inputGradient, bool keepFirstNaN, int begin, int end)
        where T : unmanaged, INumber<T>, IMinMaxValue<T>
    {
        NativeBlock.Clear(inputGradient + begin * geometry.InputStride, (end - begin) * geometry.InputStride);
        int rows = geometry.Depth.Output * geometry.Height.Output;
        var visitor = new Visitor<T>(geometry, input, outputGradient, inputGradient, keepFirstNaN);
        geometry.Visit(ref visitor, begin * rows, end * rows);
    }

    /// <summary>
    /// MaxPoolGradWithArgmax for the pictures <paramref name="begin"/> to before <paramref name="end"/>: adds each
    /// gradient where <paramref name="argmax"/> says.
    /// </summary>
    public static void Scatter<T, TIndex>(
        PoolGeometry geometry,
        T* outputGradient,
        TIndex* argmax,
        T* inputGradient,
        bool includeBatch,
        int begin,
        int end
    )
        where T : unmanaged, INumber<T>
        where TIndex : unmanaged, IBinaryInteger<TIndex>
    {
        NativeBlock.Clear(inputGradient + begin * geometry.InputStride, (end - begin) * geometry.InputStride);
        for (long picture = begin; picture < end; picture++)
        {
            long offset = picture * geometry.InputStride;
            for (long i = picture * geometry.OutputStride; i < (picture + 1) * geometry.OutputStride; i++)
            {
                long at = long.CreateTruncating(argmax[i]) - (includeBatch ? offset : 0);
                if ((ulong)at >= (ulong)geometry.InputStride)
                {
                    throw new ArgumentException($"argmax[{i}] is {argmax[i]}, which is not inside picture {picture} of the input.");
                }

                inputGradient[offset + at] += outputGradient[i];
            }
        }
    }

    private readonly struct Visitor<T>(PoolGeometry geometry, T* input, T* outputGradient, T* inputGradient, bool keepFirstNaN)
        : IPoolVisitor
        where T : unmanaged, INumber<T>, IMinMaxValue<T>
    {
        private readonly int _channels = geometry.Channels;
        private readonly int _width = geometry.Width.Input;
        private readonly int _height = geometry.Height.Input;
        private readonly int _depth = geometry.Depth.Input;

        public void Window(in PoolWindow window, long at)
        {
            int channel = 0;
            if (Vector512<T>.IsSupported && typeof(T) != typeof(byte) && typeof(T) != typeof(sbyte))
            {
                for (; channel <= _channels - Vector512<T>.Count; channel += Vector512<T>.Count)
                {
                    Vector512<T> winner = Winner(window, channel);
                    AddWhere(window, channel, winner, Vector512.Load(outputGradient + at + channel));
                }
            }

            for (; channel < _channels; channel++)
            {
                long best = First(window, channel);
                if (best >= 0)
                {
                    inputGradient[best] += outputGradient[at + channel];
                }
            }
        }

        // The ordinal of the winning cell in each channel, counted from one; zero where no cell wins.
        private Vector512<T> Winner(in PoolWindow window, int channel)
        {
            Vector512<T> best = Vector512.Create(T.MinValue);
            Vector512<T> winner = Vector512<T>.Zero;
            T ordinal = T.Zero;
            bool first = keepFirstNaN;
            for (int d = window.D0; d < window.D1; d++)
            {
                for (int h = window.H0; h < window.H1; h++)
                {
                    T* cell = input + Cell(window.Picture, d, h, window.W0) + channel;
                    for (int w = window.W0; w < window.W1; w++, cell += _channels)
                    {
                        ordinal++;
                        Vector512<T> value = Vector512.Load(cell);
                        Vector512<T> wins = first ? Vector512<T>.AllBitsSet : Vector512.GreaterThan(value, best);
                        best = Vector512.ConditionalSelect(wins, value, best);
                        winner = Vector512.ConditionalSelect(wins, Vector512.Create(ordinal), winner);
                        first = false;
                    }
                }
            }

            return winner;
        }

        private void AddWhere(in PoolWindow window, int channel, Vector512<T> winner, Vector512<T> gradient)
        {
            T ordinal = T.Zero;
            for (int d = window.D0; d < window.D1; d++)
            {
                for (int h = window.H0; h < window.H1; h++)
                {
                    T* cell = inputGradient + Cell(window.Picture, d, h, window.W0) + channel;
                    for (int w = window.W0; w < window.W1; w++, cell += _channels)
                    {
                        ordinal++;
                        Vector512<T> mine = Vector512.Equals(winner, Vector512.Create(ordinal)) & gradient;
                        (Vector512.Load(cell) + mine).Store(cell);
                    }
                }
            }
        }

        private long First(in PoolWindow window, int channel)
        {
            long best = -1;
            T greatest = T.MinValue;
            for (int d = window.D0; d < window.D1; d++)
            {
                for (int h = window.H0; h < window.H1; h++)
                {
                    long cell = Cell(window.Picture, d, h, window.W0) + channel;
                    for (int w = window.W0; w < window.W1; w++, cell += _channels)
                    {
                        if ((keepFirstNaN && best < 0) || input[cell] > greatest)
                        {
                            (best, greatest) = (cell, input[cell]);
                        }
                    }
                }
            }

            return best;
        }

        private long Cell(int picture, int d, int h, int w) => ((((long)picture * _depth + d) * _height + h) * _width + w) * _channels;
    }
}
