using KerasSharp.Ops;
using KerasSharp.Saving;

namespace KerasSharp.Initializers;

/// <summary>The kernel with which a 1-D convolution computes a short-time Fourier transform: shape (frame, 1, frequencies). Keras's <c>STFT</c>.</summary>
public sealed class Stft : Initializer
{
    /// <summary>The initializer.</summary>
    /// <param name="side"><c>real</c> or <c>imag</c>.</param>
    /// <param name="window"><c>hann</c>, <c>hamming</c>, <c>blackman</c>, <c>bartlett</c>, <c>boxcar</c>, or null for none.</param>
    /// <param name="scaling"><c>density</c>, <c>spectrum</c> or null; without effect where there is no window.</param>
    /// <param name="periodic">Whether the window is the one period of a periodic function, instead of symmetric.</param>
    public Stft(string side = "real", string? window = "hann", string? scaling = "density", bool periodic = false)
    {
        if (side is not ("real" or "imag"))
            throw new ArgumentException($"side is 'real' or 'imag'; got '{side}'.", nameof(side));
        if (scaling is not (null or "density" or "spectrum"))
            throw new ArgumentException($"scaling is 'density', 'spectrum' or null; got '{scaling}'.", nameof(scaling));
        (Side, Window, Scaling, Periodic) = (side, window, scaling, periodic);
        if (window is not null)
            SignalWindows.Check(window);
    }

    /// <inheritdoc/>
    public override string ClassName => "STFT";

    /// <summary><c>real</c> or <c>imag</c>.</summary>
    public string Side { get; }

    /// <summary>The window's name, or null.</summary>
    public string? Window { get; }

    /// <summary><c>density</c>, <c>spectrum</c> or null.</summary>
    public string? Scaling { get; }

    /// <summary>Whether the window is periodic instead of symmetric.</summary>
    public bool Periodic { get; }

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">The shape has not three dimensions.</exception>
    public override Tensor Create(Shape shape, DType dtype = DType.Float32)
    {
        if (shape.Rank != 3)
            throw new ArgumentException($"The STFT initializer makes kernels of three dimensions; the weight has shape {shape}.");
        int frame = (int)shape[0];
        int frequencies = (int)shape[2];
        var window = Window is null ? null : SignalWindows.Create(Window, frame, Periodic);
        var kernel = new double[frame * frequencies];
        for (int t = 0; t < frame; t++)
        for (int f = 0; f < frequencies; f++)
            kernel[t * frequencies + f] = Wave(t, f / ((frequencies - 1) * 2.0)) * (window is null ? 1 : window[t] / Scale(window));
        return Op.Cast(Op.Constant(TensorValue.From<double>(Shape.Of(frame, 1, frequencies), kernel)), dtype);
    }

    /// <inheritdoc/>
    public override Config GetConfig() =>
        new()
        {
            ["side"] = Side,
            ["window"] = Window,
            ["periodic"] = Periodic,
            ["scaling"] = Scaling,
        };

    private double Wave(int time, double frequency) =>
        Side == "real" ? Math.Cos(-2 * Math.PI * time * frequency) : Math.Sin(-2 * Math.PI * time * frequency);

    private double Scale(double[] window) =>
        Scaling switch
        {
            "density" => Math.Sqrt(window.Sum(value => value * value)),
            "spectrum" => window.Sum(Math.Abs),
            _ => 1,
        };
}
