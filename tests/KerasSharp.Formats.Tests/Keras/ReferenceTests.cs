using KerasSharp.Formats.Tests.Hdf5;
using KerasSharp.Testing;

namespace KerasSharp.Formats.Tests.Keras;

/// <summary>Written model files are loaded by real Keras: the same weights to the bit, the same optimizer state, the same predictions as from Keras's own files.</summary>
public sealed class ReferenceTests
{
    private const string Script = """
        import os, json
        os.environ["TF_CPP_MIN_LOG_LEVEL"] = "3"
        os.environ["TF_ENABLE_ONEDNN_OPTS"] = "0"
        if sys.argv[1] == "tf_keras":
            import tf_keras as keras
        else:
            import keras

        def load(config, path):
            if not config:
                return keras.models.load_model(path)
            model = keras.models.model_from_json(open(config).read())
            model.load_weights(path)
            return model

        def same(a, b, what):
            assert len(a) == len(b), (what, len(a), len(b))
            for i, (x, y) in enumerate(zip(a, b)):
                x, y = np.asarray(x), np.asarray(y)
                assert x.dtype == y.dtype and x.shape == y.shape, (what, i)
                # Arrays of text hold pointers, whose bytes differ.
                assert np.array_equal(x, y) if x.dtype == object else x.tobytes() == y.tobytes(), (what, i)

        def values(variables):
            return [np.asarray(v) for v in variables]

        def predictions(model, arrays):
            return [np.asarray(y) for y in keras.tree.flatten(model(arrays))] if hasattr(keras, "tree") else [
                np.asarray(y) for y in __import__("tensorflow").nest.flatten(model(arrays))]

        compared = 0
        for line in open(sys.argv[2]).read().splitlines():
            name, config, theirs, ours, inputs = line.split("\t")
            try:
                a = load(config, theirs)
            except Exception as e:
                print("not loaded by Keras itself:", name, str(e)[:100].replace("\n", " "), file=sys.stderr)
                continue
            b = load(config, ours)
            same(a.get_weights(), b.get_weights(), name)
            if getattr(a, "optimizer", None) is not None:
                variables = lambda m: m.optimizer.variables() if callable(m.optimizer.variables) else m.optimizer.variables
                same(values(variables(a)), values(variables(b)), name + " optimizer")
            if inputs:
                arrays = np.load(inputs)
                x = [arrays[f"input_{i}"] for i in range(len([k for k in arrays.files if k.startswith("input_")]))]
                x = x[0] if len(x) == 1 else x
                same(predictions(a, x), predictions(b, x), name + " predictions")
            compared += 1
        print(compared)
        """;

    [TestCase("keras", 11, "keras3-zip", "keras3-dir")]
    [TestCase("keras", 11, "keras3-h5")]
    [TestCase("keras", 10, "keras3-weights", "keras3-sharded")]
    [TestCase("tf_keras", 10, "keras2-h5", "keras2-keras")]
    [TestCase("tf_keras", 14, "keras2-weights-h5", "keras2-weights")]
    public void KerasLoadsWhatIsWritten(string keras, int least, params string[] groups)
    {
        var folder = Directory.CreateTempSubdirectory("kerassharp-reference-").FullName;
        var extracted = new List<GoldenFiles>();
        try
        {
            var lines = GoldenFamily.CasesOf("files", groups).Select(golden => Prepare(golden, folder, extracted));
            string list = Path.Combine(folder, "list.txt");
            File.WriteAllLines(list, lines);
            string output = ReferencePython.Run(Script, keras, list);
            Assert.That(int.Parse(output.Trim().Split('\n')[^1]), Is.AtLeast(least));
        }
        finally
        {
            foreach (var files in extracted)
                files.Dispose();
            Directory.Delete(folder, recursive: true);
        }
    }

    private static string Prepare(GoldenCase golden, string folder, List<GoldenFiles> extracted)
    {
        var files = golden.ExtractFiles();
        extracted.Add(files);
        string name = golden.Json.GetProperty("file").GetString()!;
        string target = Path.Combine(folder, golden.Name, Path.GetFileName(name));
        Rewriting.Rewrite(files[name], target);
        string config = "";
        foreach (string key in (string[])["model", "model_keras2"])
            if (golden.Json.TryGetProperty(key, out var json) && !target.EndsWith(".keras") && !IsWholeModel(golden))
                File.WriteAllText(config = Path.Combine(folder, golden.Name + ".json"), json.GetRawText());
        return string.Join('\t', golden.Name, config, files[name], target, Inputs(golden, folder));
    }

    private static bool IsWholeModel(GoldenCase golden) => golden.Group is "keras2-h5" or "keras3-h5" or "keras3-dir";

    // Only arrays of numbers lie in the archive of the case.
    private static string Inputs(GoldenCase golden, string folder)
    {
        if (!golden.ArrayNames.Contains("input_0") || golden.Json.GetProperty("inputs").ToString().Contains("string"))
            return "";
        string path = Path.Combine(folder, golden.Name + ".npz");
        File.WriteAllBytes(path, golden.ReadFile(golden.Name + ".npz"));
        return path;
    }
}
