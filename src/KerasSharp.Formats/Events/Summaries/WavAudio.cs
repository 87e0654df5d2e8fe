using System.Buffers.Binary;

namespace KerasSharp.Formats.Events;

/// <summary>WAV files of 16 bits a sample.</summary>
internal static class WavAudio
{
    private const int HeaderSize = 44;
    private const int FormatSize = 16;
    private const short Pcm = 1;
    private const int BytesPerSample = sizeof(short);
    private const float Scale = 1 << 15;

    /// <summary>The file of a clip.</summary>
    /// <param name="samples">From −1 to 1, clipped; the channels of a moment together.</param>
    /// <param name="channels">The number of channels.</param>
    /// <param name="sampleRate">Moments a second.</param>
    public static byte[] Encode(ReadOnlySpan<float> samples, int channels, int sampleRate)
    {
        var file = new byte[HeaderSize + samples.Length * BytesPerSample];
        WriteHeader(file, channels, sampleRate);
        for (int i = 0; i < samples.Length; i++)
            BinaryPrimitives.WriteInt16LittleEndian(file.AsSpan(HeaderSize + i * BytesPerSample), ToInt16(samples[i]));
        return file;
    }

    private static void WriteHeader(Span<byte> file, int channels, int sampleRate)
    {
        "RIFF"u8.CopyTo(file);
        BinaryPrimitives.WriteInt32LittleEndian(file[4..], file.Length - 8);
        "WAVEfmt "u8.CopyTo(file[8..]);
        BinaryPrimitives.WriteInt32LittleEndian(file[16..], FormatSize);
        BinaryPrimitives.WriteInt16LittleEndian(file[20..], Pcm);
        BinaryPrimitives.WriteInt16LittleEndian(file[22..], (short)channels);
        BinaryPrimitives.WriteInt32LittleEndian(file[24..], sampleRate);
        BinaryPrimitives.WriteInt32LittleEndian(file[28..], sampleRate * channels * BytesPerSample);
        BinaryPrimitives.WriteInt16LittleEndian(file[32..], (short)(channels * BytesPerSample));
        BinaryPrimitives.WriteInt16LittleEndian(file[34..], 8 * BytesPerSample);
        "data"u8.CopyTo(file[36..]);
        BinaryPrimitives.WriteInt32LittleEndian(file[40..], file.Length - HeaderSize);
    }

    private static short ToInt16(float sample) =>
        (short)Math.Clamp(MathF.Round(sample * Scale, MidpointRounding.AwayFromZero), short.MinValue, short.MaxValue);
}
