using System.Numerics;
using System.Runtime.Intrinsics;

namespace KerasSharp.Engines.Torch.Numerics;

/// <summary>MaxPool, MaxPoolV2 and MaxPool3D: the greatest of each window; NaN is ignored, and a window of only NaN gives the type's lowest finite value.</summary>
internal static unsafe class MaxPool
{
    /// <summary>Output rows <paramref name="begin"/> to before <paramref name="end"/> of <see cref="PoolGeometry.Rows"/>.</summary>
    public static void Forward<T>(PoolGeometry geometry, T* input, T* output, int begin, int end)
        where T : unmanaged, INumber<T>, IMinMaxValue<T>
    {
        var visitor = new Visitor<T>(geometry, input, output);
        geometry.Visit(ref visitor, begin, end);
    }

    private readonly struct Visitor<T>(PoolGeometry geometry, T* input, T* output) : IPoolVisitor
        where T : unmanaged, INumber<T>, IMinMaxValue<T>
    {
        private readonly int _channels = geometry.Channels;
        private readonly int _width = geometry.Width.Input;
        private readonly int _height = geometry.Height.Input;
        private readonly int _depth = geometry.Depth.Input;

        public void Window(in PoolWindow window, long at)
        {
            T* target = output + at;
            int channel = 0;
            if (Vector512<T>.IsSupported)
            {
                for (; channel <= _channels - Vector512<T>.Count; channel += Vector512<T>.Count)
                {
                    Vector512<T> best = Vector512.Create(T.MinValue);
                    for (int d = window.D0; d < window.D1; d++)
                    {
                        for (int h = window.H0; h < window.H1; h++)
                        {
                            T* cell = Cell(window.Picture, d, h, window.W0) + channel;
                            for (int w = window.W0; w < window.W1; w++, cell += _channels)
                            {
                                Vector512<T> value = Vector512.Load(cell);
                                best = Vector512.ConditionalSelect(Vector512.GreaterThan(value, best), value, best);
                            }
                        }
                    }

                    best.Store(target + channel);
                }
            }

            for (; channel < _channels; channel++)
            {
                T best = T.MinValue;
                for (int d = window.D0; d < window.D1; d++)
                {
                    for (int h = window.H0; h < window.H1; h++)
                    {
                        T* cell = Cell(window.Picture, d, h, window.W0) + channel;
                        for (int w = window.W0; w < window.W1; w++, cell += _channels)
                        {
                            best = *cell > best ? *cell : best;
                        }
                    }
                }

                target[channel] = best;
            }
        }

        private T* Cell(int picture, int d, int h, int w) =>
            input + ((((long)picture * _depth + d) * _height + h) * _width + w) * _channels;
    }
}
