using KerasSharp.Formats.Protobuf;
using KerasSharp.Formats.SavedModel;
using KerasSharp.Testing;

namespace KerasSharp.Formats.Tests.SavedModel;

/// <summary>SavedModels written without TensorFlow: what the reader finds in them, what TensorFlow computes by them, and what is refused.</summary>
public sealed class SavedModelWriterTests
{
    // x * w, where w is a variable; and x.
    private const string Library = """
        library {
          function {
            signature {
              name: "scaled"
              input_arg { name: "x" type: DT_FLOAT }
              input_arg { name: "handle" type: DT_RESOURCE }
              output_arg { name: "y" type: DT_FLOAT }
              output_arg { name: "again" type: DT_FLOAT }
              is_stateful: true
            }
            node_def {
              name: "w"
              op: "ReadVariableOp"
              input: "handle"
              attr { key: "dtype" value { type: DT_FLOAT } }
            }
            node_def {
              name: "product"
              op: "Mul"
              input: "x"
              input: "w:value:0"
              attr { key: "T" value { type: DT_FLOAT } }
            }
            ret { key: "y" value: "product:z:0" }
            ret { key: "again" value: "x" }
          }
        }
        versions { producer: 1882 }
        """;

    private static readonly Shape Rows = [null, 2];

    /// <summary>Prints what a function of two results gives, by place and by name, and all variables.</summary>
    private const string Run = """
        import tensorflow as tf
        loaded = tf.saved_model.load(sys.argv[1])
        x = np.float32([[1, 2]])
        print([y.numpy().tolist() for y in loaded.scale(x)])
        print({key: y.numpy().tolist() for key, y in sorted(loaded.signatures['serving_default'](my_input=tf.constant(x)).items())})
        print([(v.name, v.shape.as_list(), v.dtype.name, v.trainable, v.numpy().tolist()) for v in loaded.variables])
        """;

    [Test]
    public void TensorFlowRunsIt()
    {
        using var folder = new TemporaryFolder();
        SavedModelWriter.Write(folder["model"], Model());
        Assert.That(
            ReferencePython.Run(Run, folder["model"]).Trim().Split('\n'),
            Is.EqualTo([
                "[[[3.0, 10.0]], [[1.0, 2.0]]]",
                "{'another': [[1.0, 2.0]], 'output_0': [[3.0, 10.0]]}",
                "[('layer/w:0', [2], 'float32', True, [3.0, 5.0]), ('count:0', [], 'int64', False, 7)]",
            ])
        );
    }

    [Test]
    public void TheReaderFindsWhatWasWritten()
    {
        using var folder = new TemporaryFolder();
        SavedModelWriter.Write(folder["model"], Model());
        var graph = SavedModelFolder.Open(folder["model"]).Graph("serve");
        Assert.That(GraphCheck.Find(graph.Graph), Is.Empty);
        Assert.That(graph.TensorFlowVersion, Is.EqualTo("2.21.0"));
        Assert.That(
            graph.Signatures["scale"].ToString(),
            Is.EqualTo("(my_input: float32 (None, 2)) -> (another: float32 (None, 2), output_0: float32 (None, 2))")
        );
        Assert.That(graph.Signatures.Keys, Is.EquivalentTo(["scale", "serving_default", "__saved_model_init_op"]));
        Assert.That(graph.Variables.Select(variable => variable.Path), Is.EqualTo(["variables/0", "variables/1"]));
        Assert.That(graph.Variables[0].Read().ToArray<float>(), Is.EqualTo([3f, 5f]));
        Assert.That(graph.Variables[1].Read().ToArray<long>(), Is.EqualTo([7L]));
        Assert.That(graph.Variables.Select(variable => variable.IsTrainable), Is.EqualTo([true, false]));
    }

    [Test]
    public void AFailureLeavesTheOldModelWhole()
    {
        using var folder = new TemporaryFolder();
        SavedModelWriter.Write(folder["model"], Model());
        var broken = Weight with { Read = () => throw new InvalidOperationException("no value") };
        var function = Function with { Variables = [broken] };
        Assert.That(
            () => SavedModelWriter.Write(folder["model"], Model() with { Functions = [function], Variables = [broken] }),
            Throws.InvalidOperationException.With.Message.EqualTo("no value")
        );
        Assert.That(Directory.GetFileSystemEntries(folder.Path), Has.Length.EqualTo(1));
        Assert.That(SavedModelFolder.Open(folder["model"]).Graphs[0].Variables[0].Read().ToArray<float>(), Is.EqualTo([3f, 5f]));
    }

    [Test]
    public void AFileIsNotReplaced()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder["model"], "mine");
        Assert.That(
            () => SavedModelWriter.Write(folder["model"], Model()),
            Throws.TypeOf<IOException>().With.Message.Contains("is a file")
        );
        Assert.That(File.ReadAllText(folder["model"]), Is.EqualTo("mine"));
    }

    private static IEnumerable<TestCaseData> WrongModels()
    {
        var model = Model();
        yield return new TestCaseData(model with { Functions = [] }, "needs a function").SetArgDisplayNames("no functions");
        yield return Wrong(function => function with { Name = "variables" }, "'variables'");
        yield return Wrong(function => function with { Name = "my function" }, "Python");
        yield return Wrong(function => function with { FunctionName = "none" }, "no function 'none'");
        yield return Wrong(function => function with { Inputs = [] }, "takes (float32, resource)");
        yield return Wrong(function => function with { Variables = [] }, "takes (float32, resource)");
        yield return Wrong(function => function with { Outputs = [new("y", DType.Float32, Rows)] }, "gives (float32, float32)");
        yield return Wrong(function => function with { Outputs = [function.Outputs[0], function.Outputs[0]] }, "'output_0' came 2 times");
        yield return Wrong(function => function with { Variables = [Weight with { Name = "other" }] }, "'other'");
    }

    [TestCaseSource(nameof(WrongModels))]
    public void AWrongModelIsRefused(ModelToSave model, string says)
    {
        using var folder = new TemporaryFolder();
        Assert.That(() => SavedModelWriter.Write(folder["model"], model), Throws.ArgumentException.With.Message.Contains(says));
        Assert.That(Directory.GetFileSystemEntries(folder.Path), Is.Empty);
    }

    private static readonly VariableToSave Weight = new(
        "layer/w",
        DType.Float32,
        [2],
        IsTrainable: true,
        () => TensorValue.From<float>([2], [3, 5])
    );

    private static readonly VariableToSave Count = new(
        "count",
        DType.Int64,
        Shape.Scalar,
        IsTrainable: false,
        () => TensorValue.From<long>(Shape.Scalar, [7])
    );

    private static readonly FunctionToSave Function = new(
        "scale",
        "scaled",
        [new TensorSpec("my-input", DType.Float32, Rows)],
        [new TensorSpec("output_0", DType.Float32, Rows), new TensorSpec("another", DType.Float32, Rows)],
        [Weight]
    );

    private static ModelToSave Model() => new(TextFormat(Library), [Function], [Weight, Count]) { TensorFlowVersion = "2.21.0" };

    private static TestCaseData Wrong(Func<FunctionToSave, FunctionToSave> change, string says) =>
        new TestCaseData(Model() with { Functions = [change(Function)] }, says).SetArgDisplayNames(says);

    private static GraphDef TextFormat(string text) =>
        KerasSharp.Formats.Protobuf.TextFormat.TextFormatReader.Read<GraphDef>(text, nameof(Library));
}
