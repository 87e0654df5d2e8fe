using KerasSharp.Formats.Protobuf;
using KerasSharp.Formats.SavedModel;
using KerasSharp.Testing;

namespace KerasSharp.Formats.Tests.SavedModel;

/// <summary>The graphs that TensorFlow 1 lays beside its checkpoints.</summary>
public sealed class MetaGraphFileTests
{
    /// <summary>Restores a checkpoint by the graphs of two files and prints a sum over all variables.</summary>
    private const string Restore = """
        import tensorflow as tf
        prefix, *metas = sys.argv[1:]
        for meta in metas:
            with tf.Graph().as_default(), tf.compat.v1.Session() as session:
                tf.compat.v1.train.import_meta_graph(meta).restore(session, prefix)
                values = session.run(tf.compat.v1.global_variables())
                print(len(values), sum(float(np.sum(value)) for value in values))
        """;

    private static IEnumerable<TestCaseData> Cases() => GoldenFamily.TestCases("files", "ckpt-name");

    [TestCaseSource(nameof(Cases))]
    public void IsReadWithItsVariables(GoldenCase golden)
    {
        using var files = golden.ExtractFiles();
        foreach (var path in Graphs(files))
        {
            var graph = MetaGraphFile.Read(path);
            Assert.That(graph.Graph.Node, Is.Not.Empty);
            Assert.That(GraphCheck.Find(graph.Graph), Is.Empty);
            Assert.That(graph.Saver!.RestoreOperation, Is.EqualTo(golden.Json.GetProperty("restore_op").GetString()));
            Assert.That(graph.Saver.FilenameTensor, Is.EqualTo(golden.Json.GetProperty("filename_tensor").GetString()));
            Assert.That(graph.Collections["variables"].Kind, Is.EqualTo("bytes_list"));
            Assert.That(
                graph.Variables.Select(variable => variable.Name),
                Is.EquivalentTo(golden.Json.GetProperty("tensors").EnumerateArray().Select(tensor => tensor.GetProperty("key").GetString()))
            );
        }
    }

    [TestCaseSource(nameof(Cases))]
    public void TensorFlowReadsWhatIsWritten(GoldenCase golden)
    {
        using var files = golden.ExtractFiles();
        var path = Graphs(files)[0];
        var graph = MetaGraphFile.Read(path);
        var (binary, text) = (files["copy.meta"], files["copy.pbtxt"]);
        MetaGraphFile.Write(binary, graph);
        MetaGraphFile.Write(text, graph);
        Assert.That(MetaGraphFile.Read(text).Message, Is.EqualTo(graph.Message));
        var sums = ReferencePython.Run(Restore, Path.ChangeExtension(path, null), path, binary, text).Trim().Split('\n');
        Assert.That(sums, Has.Length.EqualTo(3).And.All.EqualTo(sums[0]));
    }

    [Test]
    public void AnotherFileIsRefused()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllBytes(folder["model.ckpt.meta"], []);
        Assert.That(
            () => MetaGraphFile.Read(folder["model.ckpt.meta"]),
            Throws.TypeOf<FileFormatException>().With.Message.Contains("MetaGraphDef")
        );
    }

    private static string[] Graphs(GoldenFiles files)
    {
        var found = Directory.GetFiles(files.Folder, "*.meta", SearchOption.AllDirectories);
        Assert.That(found, Is.Not.Empty);
        return found;
    }
}
