using KerasSharp.Saving;

namespace KerasSharp.Optimizers;

/// <summary>The optimizers by class name.</summary>
internal static class OptimizerNames
{
    public static void Register()
    {
        foreach (var (className, read) in All)
            Register(className, read);
    }

    private static IReadOnlyList<(string ClassName, Func<Config, Optimizer> Read)> All =>
        [
            ("SGD", SGD.Read),
            ("RMSprop", RMSprop.Read),
            ("Adam", Adam.Read),
            ("AdamW", AdamW.Read),
            ("Adagrad", Adagrad.Read),
            ("Adadelta", Adadelta.Read),
            ("Adamax", Adamax.Read),
            ("Nadam", Nadam.Read),
            ("Ftrl", Ftrl.Read),
            ("Lion", Lion.Read),
        ];

    private static void Register(string className, Func<Config, Optimizer> create) =>
        KerasObjects.Register(
            className,
            config =>
                config["learning_rate"] is Config
                    ? throw new NotSupportedException(
                        $"{className}: a learning-rate schedule is not supported. Give learning_rate a number."
                    )
                    : create(config),
            className.ToLowerInvariant()
        );
}
