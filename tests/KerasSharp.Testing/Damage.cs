using NUnit.Framework;

namespace KerasSharp.Testing;

/// <summary>Damaged copies of a file, and the check of what a reader does with them.</summary>
public static class Damage
{
    /// <summary>Sets how many mutants a fuzz test tries, for long runs: 10000 a format. Few without it.</summary>
    private const string Variable = "KERASSHARP_FUZZ";
    private const int FewMutants = 200;

    /// <summary>How many mutants to try a format.</summary>
    public static int MutantCount => int.TryParse(Environment.GetEnvironmentVariable(Variable), out int count) ? count : FewMutants;

    /// <summary>The file cut off at places spread over its whole length, the first at 0 bytes; never the whole file.</summary>
    /// <param name="file">The whole file.</param>
    /// <param name="places">At how many places, where the file has so many bytes.</param>
    public static IEnumerable<byte[]> Truncations(byte[] file, int places = 64) =>
        Enumerable
            .Range(0, places)
            .Select(i => (int)((long)file.Length * i / places))
            .Distinct()
            .Where(n => n < file.Length)
            .Select(n => file[..n]);

    /// <summary>Copies with a few bytes changed, removed, doubled or replaced by extreme numbers, the same ones in every run.</summary>
    /// <param name="file">The whole file, not empty.</param>
    /// <param name="count">How many.</param>
    /// <param name="seed">Another seed gives other mutants.</param>
    public static IEnumerable<byte[]> Mutants(byte[] file, int count, int seed = 1)
    {
        var random = new Random(seed);
        for (int i = 0; i < count; i++)
            yield return Mutant(file, random);
    }

    /// <summary>The file cut off at 64 places, and mutants of it, each with a name for messages.</summary>
    /// <param name="what">What errors call the file.</param>
    /// <param name="file">The whole file, which may be empty.</param>
    /// <param name="mutants">How many mutants.</param>
    public static IEnumerable<(string What, byte[] Bytes)> Copies(string what, byte[] file, int mutants) =>
        Truncations(file)
            .Select(bytes => ($"{what} cut at {bytes.Length}", bytes))
            .Concat(Mutants(file, file.Length == 0 ? 0 : mutants).Select((bytes, i) => ($"{what} mutant {i}", bytes)));

    /// <summary>Reads a damaged file, which must either work or throw the error that the reader promises.</summary>
    /// <typeparam name="TError">The error that the reader promises.</typeparam>
    /// <param name="read">Reads everything that the file holds.</param>
    /// <param name="what">Which damage this is, for the failure's message.</param>
    /// <returns>Whether the file was refused.</returns>
    public static bool IsRefused<TError>(Action read, string what)
        where TError : Exception
    {
        try
        {
            read();
            return false;
        }
        catch (TError)
        {
            return true;
        }
        catch (Exception e)
        {
            throw new AssertionException($"{what}: expected {typeof(TError).Name}, got {e}");
        }
    }

    private static byte[] Mutant(byte[] file, Random random)
    {
        var bytes = new List<byte>(file);
        for (int edits = random.Next(1, 5); edits > 0 && bytes.Count > 0; edits--)
            Edit(bytes, random.Next(bytes.Count), random);
        return [.. bytes];
    }

    private static void Edit(List<byte> bytes, int at, Random random)
    {
        int length = Math.Min(random.Next(1, 9), bytes.Count - at);
        switch (random.Next(5))
        {
            case 0:
                bytes[at] ^= (byte)(1 << random.Next(8));
                break;
            case 1:
                bytes[at] = (byte)random.Next(256);
                break;
            case 2:
                byte extreme = (byte)(random.Next(2) == 0 ? 0xFF : 0x00);
                for (int i = 0; i < length; i++)
                    bytes[at + i] = extreme;
                break;
            case 3:
                bytes.RemoveRange(at, length);
                break;
            default:
                bytes.InsertRange(at, bytes.GetRange(at, length));
                break;
        }
    }
}
