namespace KerasSharp.Formats.Records;

/// <summary>The checksum at the end of a zlib stream.</summary>
internal struct Adler32()
{
    private const uint Modulus = 65521;

    /// <summary>So many bytes can be added before the sums could overflow.</summary>
    private const int BlockSize = 5552;

    private uint sum = 1;
    private uint sumOfSums;

    public readonly uint Value => sumOfSums << 16 | sum;

    public void Add(ReadOnlySpan<byte> bytes)
    {
        while (bytes.Length > 0)
        {
            var block = bytes[..Math.Min(BlockSize, bytes.Length)];
            foreach (byte value in block)
                sumOfSums += sum += value;
            (sum, sumOfSums) = (sum % Modulus, sumOfSums % Modulus);
            bytes = bytes[block.Length..];
        }
    }
}
