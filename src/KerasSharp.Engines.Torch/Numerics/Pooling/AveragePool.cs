using System.Numerics;
using System.Runtime.Intrinsics;

namespace KerasSharp.Engines.Torch.Numerics;

/// <summary>AvgPool and AvgPool3D and their gradients: the mean of the cells inside each window.</summary>
internal static unsafe class AveragePool
{
    /// <summary>Output rows <paramref name="begin"/> to before <paramref name="end"/> of <see cref="PoolGeometry.Rows"/>.</summary>
    public static void Forward<T>(PoolGeometry geometry, T* input, T* output, int begin, int end)
        where T : unmanaged, INumber<T>
    {
        var visitor = new ForwardVisitor<T>(geometry, input, output);
        geometry.Visit(ref visitor, begin, end);
    }

    /// <summary>The input's gradient for the pictures <paramref name="begin"/> to before <paramref name="end"/> of the batch.</summary>
    public static void Gradient<T>(PoolGeometry geometry, T* outputGradient, T* inputGradient, int begin, int end)
        where T : unmanaged, INumber<T>
    {
        NativeBlock.Clear(inputGradient + begin * geometry.InputStride, (end - begin) * geometry.InputStride);
        int rows = geometry.Depth.Output * geometry.Height.Output;
        var visitor = new GradientVisitor<T>(geometry, outputGradient, inputGradient);
        geometry.Visit(ref visitor, begin * rows, end * rows);
    }

    private readonly struct ForwardVisitor<T>(PoolGeometry geometry, T* input, T* output) : IPoolVisitor
        where T : unmanaged, INumber<T>
    {
        private readonly int _channels = geometry.Channels;
        private readonly int _width = geometry.Width.Input;
        private readonly int _height = geometry.Height.Input;
        private readonly int _depth = geometry.Depth.Input;

        public void Window(in PoolWindow window, long at)
        {
            T* target = output + at;
            T scale = T.One / T.CreateTruncating(window.Count);
            int channel = 0;
            if (Vector512<T>.IsSupported)
            {
                for (; channel <= _channels - Vector512<T>.Count; channel += Vector512<T>.Count)
                {
                    Vector512<T> sum = Vector512<T>.Zero;
                    for (int d = window.D0; d < window.D1; d++)
                    {
                        for (int h = window.H0; h < window.H1; h++)
                        {
                            T* cell = Cell(window.Picture, d, h, window.W0) + channel;
                            for (int w = window.W0; w < window.W1; w++, cell += _channels)
                            {
                                sum += Vector512.Load(cell);
                            }
                        }
                    }

                    (sum * scale).Store(target + channel);
                }
            }

            for (; channel < _channels; channel++)
            {
                T sum = T.Zero;
                for (int d = window.D0; d < window.D1; d++)
                {
                    for (int h = window.H0; h < window.H1; h++)
                    {
                        T* cell = Cell(window.Picture, d, h, window.W0) + channel;
                        for (int w = window.W0; w < window.W1; w++, cell += _channels)
                        {
                            sum += *cell;
                        }
                    }
                }

                target[channel] = sum * scale;
            }
        }

        private T* Cell(int picture, int d, int h, int w) =>
            input + ((((long)picture * _depth + d) * _height + h) * _width + w) * _channels;
    }

    private readonly struct GradientVisitor<T>(PoolGeometry geometry, T* outputGradient, T* inputGradient) : IPoolVisitor
        where T : unmanaged, INumber<T>
    {
        private readonly int _channels = geometry.Channels;
        private readonly int _width = geometry.Width.Input;
        private readonly int _height = geometry.Height.Input;
        private readonly int _depth = geometry.Depth.Input;

        public void Window(in PoolWindow window, long at)
        {
            T scale = T.One / T.CreateTruncating(window.Count);
            for (int d = window.D0; d < window.D1; d++)
            {
                for (int h = window.H0; h < window.H1; h++)
                {
                    T* cell = inputGradient + ((((long)window.Picture * _depth + d) * _height + h) * _width + window.W0) * _channels;
                    for (int w = window.W0; w < window.W1; w++, cell += _channels)
                    {
                        AddScaled(outputGradient + at, scale, cell);
                    }
                }
            }
        }

        private void AddScaled(T* source, T scale, T* target)
        {
            int channel = 0;
            if (Vector512<T>.IsSupported)
            {
                for (; channel <= _channels - Vector512<T>.Count; channel += Vector512<T>.Count)
                {
                    (Vector512.Load(target + channel) + Vector512.Load(source + channel) * scale).Store(target + channel);
                }
            }

            for (; channel < _channels; channel++)
            {
                target[channel] += source[channel] * scale;
            }
        }
    }
}
