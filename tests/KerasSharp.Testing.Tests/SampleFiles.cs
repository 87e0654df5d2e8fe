using System.IO.Compression;
using System.Text;

namespace KerasSharp.Testing.Tests;

/// <summary>Small archives that NumPy wrote, and a project folder to put them into.</summary>
internal sealed class SampleFiles : IDisposable
{
    /// <summary>np.savez of input_0 = the bfloat16 bits of 1.5 and -2, output_0 = float32 [[1, 2], [3, 4]].</summary>
    public static readonly byte[] Stored = Convert.FromBase64String(
        "UEsDBC0AAAAAAAAAIQByBqnV//////////8LABQAaW5wdXRfMC5ucHkBABAAhAAAAAAAAACEAAAAAAAAAJNOVU1QWQEAdgB7J2Rlc2NyJzogJzx1MicsICdmb3J0cmFuX29yZGVyJzogRmFsc2UsICdzaGFwZSc6ICgyLCksIH0gICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAKwD8AwFBLAwQtAAAAAAAAACEATvsgdf//////////DAAUAG91dHB1dF8wLm5weQEAEACQAAAAAAAAAJAAAAAAAAAAk05VTVBZAQB2AHsnZGVzY3InOiAnPGY0JywgJ2ZvcnRyYW5fb3JkZXInOiBGYWxzZSwgJ3NoYXBlJzogKDIsIDIpLCB9ICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgIAoAAIA/AAAAQAAAQEAAAIBAUEsBAi0DLQAAAAAAAAAhAHIGqdWEAAAAhAAAAAsAAAAAAAAAAAAAAIABAAAAAGlucHV0XzAubnB5UEsBAi0DLQAAAAAAAAAhAE77IHWQAAAAkAAAAAwAAAAAAAAAAAAAAIABwQAAAG91dHB1dF8wLm5weVBLBQYAAAAAAgACAHMAAACPAQAAAAA="
    );

    /// <summary>np.savez_compressed of x = float32 [7.5].</summary>
    public static readonly byte[] Deflated = Convert.FromBase64String(
        "UEsDBC0AAAAIAAAAIQAKI9Kc//////////8FABQAeC5ucHkBABAAhAAAAAAAAABIAAAAAAAAAJvsF+obEMnIUMZQrZ6SWpxcpG6loG6TZqKuo6Cell9UUpSYF59flJIKEndLzClOBYoXZyQWpAL5GoY6mjoKtQoUAC4Ghg8OAFBLAQItAy0AAAAIAAAAIQAKI9KcSAAAAIQAAAAFAAAAAAAAAAAAAACAAQAAAAB4Lm5weVBLBQYAAAAAAQABADMAAAB/AAAAAAA="
    );

    public string Root { get; } = Directory.CreateTempSubdirectory("kerassharp-testing-").FullName;

    public void AddArchive(string family, params (string Name, byte[] Bytes)[] files)
    {
        string path = Path.Combine(Root, "tests", "Golden", family + ".zip");
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        using ZipArchive archive = ZipFile.Open(path, ZipArchiveMode.Create);
        foreach ((string name, byte[] bytes) in files)
        {
            using Stream stream = archive.CreateEntry(name).Open();
            stream.Write(bytes);
        }
    }

    public string AddFolder(string folder, string family, params (string Name, byte[] Bytes)[] files)
    {
        string path = Directory.CreateDirectory(Path.Combine(Root, folder, family)).FullName;
        foreach ((string name, byte[] bytes) in files)
            File.WriteAllBytes(Path.Combine(path, name), bytes);
        return Path.Combine(Root, folder);
    }

    public static (string, byte[]) Json(string name, string text) => (name + ".json", Encoding.UTF8.GetBytes(text));

    public void Dispose() => Directory.Delete(Root, recursive: true);
}
