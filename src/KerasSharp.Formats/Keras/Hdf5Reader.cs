using KerasSharp.Formats.Hdf5;

namespace KerasSharp.Formats.Keras;

/// <summary>Reads the kinds that are one HDF5 file.</summary>
internal static class Hdf5Reader
{
    private const string ModelConfig = "model_config";
    private const string ModelWeights = "model_weights";
    private const string LayerNames = "layer_names";
    private const string Optimizer = "optimizer";

    /// <summary>Opens a file of weights or a legacy model.</summary>
    public static KerasFile Open(string path)
    {
        var file = Hdf5File.Open(path);
        try
        {
            var root = file.Root;
            if (root.Attributes.ContainsKey(ModelConfig) || root.Names.Contains(ModelWeights))
                return ReadModel(path, file);
            return root.Attributes.ContainsKey(LayerNames) || root.Attributes.ContainsKey($"{LayerNames}0")
                ? ReadWeights(path, file)
                : ReadTree(path, file);
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    /// <summary>The optimizer's variables in a tree.</summary>
    public static IReadOnlyList<KerasVariable> OptimizerOf(WeightTree tree) => tree.Find(Optimizer)?.Variables ?? [];

    private static KerasFile ReadModel(string path, Hdf5File file)
    {
        var root = file.Root;
        var legacy = new LegacyWeights(
            root.FindGroup(ModelWeights) ?? throw root.Error($"there is no group '{ModelWeights}'. The file is damaged.")
        );
        return new KerasFile(path, KerasFileKind.LegacyModel, [file])
        {
            ConfigJson = FindJson(root, ModelConfig) ?? throw root.Error($"there is no attribute '{ModelConfig}': this is no whole model."),
            TrainingConfigJson = FindJson(root, "training_config"),
            KerasVersion = HeaderText.Find(root, "keras_version") ?? legacy.KerasVersion,
            Backend = HeaderText.Find(root, "backend") ?? legacy.Backend,
            Legacy = legacy,
            OptimizerVariables = root.FindGroup("optimizer_weights") is { } optimizer ? LegacyWeights.ReadWeights(optimizer) : [],
        };
    }

    private static KerasFile ReadWeights(string path, Hdf5File file)
    {
        var legacy = new LegacyWeights(file.Root);
        return new KerasFile(path, KerasFileKind.LegacyWeights, [file])
        {
            KerasVersion = legacy.KerasVersion,
            Backend = legacy.Backend,
            Legacy = legacy,
        };
    }

    private static KerasFile ReadTree(string path, Hdf5File file)
    {
        var tree = new WeightTree(WeightTreeReader.Read(file.Root));
        if (tree.Groups.Count == 0)
            throw file.Root.Error("there are no weights of Keras in it: neither 'layer_names' nor any group 'vars'.");
        return new KerasFile(path, KerasFileKind.Weights, [file]) { Tree = tree, OptimizerVariables = OptimizerOf(tree) };
    }

    private static string? FindJson(Hdf5Group root, string attribute) =>
        HeaderText.Find(root, attribute) is { } text
            ? KerasJson.Check(text, problem => root.Error($"attribute '{attribute}': {problem}"))
            : null;
}
