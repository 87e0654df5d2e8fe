namespace KerasSharp.Formats.Images;

/// <summary>Whose pixels an image is decoded to, where Keras's two ways to read images differ.</summary>
public enum ImageConventions
{
    /// <summary>
    /// Pillow, which is <c>keras.utils.load_img</c>: equal pixels for every format. Gray is (19595 R + 38470 G + 7471 B + 32768) / 65536; a palette's colours are
    /// used, for transparent pixels too; the fourth byte of a 32-bit BMP is no alpha; gray of 16 bits is cut at 255.
    /// </summary>
    Pillow,

    /// <summary>
    /// TensorFlow, which is <c>tf.io.decode_image</c> and so <c>image_dataset_from_directory</c>: equal pixels but for JPEG, where TensorFlow's faster
    /// transformation differs by some levels. Gray of a PNG is (9797 R + 19234 G + 3737 B) / 32768; a BMP's palette is not looked at; a GIF's transparent pixels
    /// are those of the frame before, black in the first, and its frames' disposal is not looked at.
    /// </summary>
    TensorFlow,
}
