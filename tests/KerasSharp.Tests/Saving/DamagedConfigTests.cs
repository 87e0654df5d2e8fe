using System.Text;
using KerasSharp.Formats;
using KerasSharp.Testing;

namespace KerasSharp.Tests.ModelSaving;

/// <summary>Legacy files whose config is damaged, which no checksum guards: each still loads, or is refused as a file.</summary>
public sealed class DamagedConfigTests
{
    [TestCase("keras2-h5.functional", "{\"class_name\": \"Functional\"")]
    [TestCase("keras2-h5.gru", "{\"class_name\": \"Sequential\"")]
    [TestCase("keras3-h5.nested", "{\"class_name\": \"Functional\"")]
    [TestCase("keras2-h5.mlp", "{\"loss\"")]
    public void LoadsOrIsRefused(string name, string beginning)
    {
        var golden = GoldenFamily.Load("files").Cases.Single(golden => golden.Name == name);
        var file = golden.ReadFile(golden.Json.GetProperty("file").GetString()!);
        int start = file.AsSpan().IndexOf(Encoding.UTF8.GetBytes(beginning));
        int length = file.AsSpan(start).IndexOf((byte)0) is > 0 and var end ? end : file.Length - start;
        using var folder = new TemporaryFolder();
        int refused = 0;
        foreach (var mutant in Damage.Mutants(file[start..(start + length)], Damage.MutantCount / 4))
        {
            byte[] damaged = [.. file];
            damaged.AsSpan(start, length).Fill((byte)' ');
            mutant.AsSpan(0, Math.Min(length, mutant.Length)).CopyTo(damaged.AsSpan(start));
            File.WriteAllBytes(folder["damaged.h5"], damaged);
            refused += Damage.IsRefused<FileFormatException>(
                () => Model.Load(folder["damaged.h5"]).Dispose(),
                Encoding.UTF8.GetString(mutant)
            )
                ? 1
                : 0;
        }
        Assert.That(refused, Is.Positive);
    }

    [TestCase("keras2-h5.functional")]
    [TestCase("keras3-h5.mlp")]
    [TestCase("keras2-keras.convnet")]
    [TestCase("keras3-zip.nested")]
    public void CutOff(string name)
    {
        var golden = GoldenFamily.Load("files").Cases.Single(golden => golden.Name == name);
        using var folder = new TemporaryFolder();
        foreach (var cut in Damage.Truncations(golden.ReadFile(golden.Json.GetProperty("file").GetString()!)))
        {
            File.WriteAllBytes(folder["cut"], cut);
            Assert.That(
                () => Model.Load(folder["cut"]),
                Throws.TypeOf<FileFormatException>().With.Message.Contains(folder["cut"]),
                $"{cut.Length} bytes"
            );
        }
    }
}
