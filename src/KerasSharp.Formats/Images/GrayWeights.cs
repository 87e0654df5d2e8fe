namespace KerasSharp.Formats.Images;

/// <summary>How red, green and blue become gray: a weighted sum, divided by a power of two.</summary>
/// <param name="Red">Red's weight.</param>
/// <param name="Green">Green's weight.</param>
/// <param name="Blue">Blue's weight.</param>
/// <param name="Bits">The sum of the weights is 2 to this power.</param>
/// <param name="Half">What is added to round.</param>
internal sealed record GrayWeights(long Red, long Green, long Blue, int Bits, long Half)
{
    /// <summary>Pillow's, rounded.</summary>
    public static GrayWeights Pillow { get; } = new(19595, 38470, 7471, 16, 1 << 15);

    /// <summary>libpng's as TensorFlow sets them, cut off.</summary>
    public static GrayWeights LibPng { get; } = new(9797, 19234, 3737, 15, 0);

    /// <summary>The same for 16 bits a sample, rounded.</summary>
    public static GrayWeights DeepLibPng { get; } = LibPng with { Half = 1 << 14 };

    /// <summary>The gray of a colour, of 8 or 16 bits as its parts.</summary>
    public long Of(int red, int green, int blue) => (red * Red + green * Green + blue * Blue + Half) >> Bits;
}
