using KerasSharp.Saving;

namespace KerasSharp.Constraints;

/// <summary>Keras's names of the constraints.</summary>
internal static class ConstraintNames
{
    public static void Register()
    {
        KerasObjects.Register<Constraint>("NonNeg", _ => new NonNeg(), "non_neg");
        KerasObjects.Register<Constraint>("MaxNorm", config => new MaxNorm(config.Get("max_value", 2.0), Axis(config)), "max_norm");
        KerasObjects.Register<Constraint>("UnitNorm", config => new UnitNorm(Axis(config)), "unit_norm");
        KerasObjects.Register<Constraint>(
            "MinMaxNorm",
            config => new MinMaxNorm(config.Get("min_value", 0.0), config.Get("max_value", 1.0), config.Get("rate", 1.0), Axis(config)),
            "min_max_norm"
        );
    }

    private static int[] Axis(Config config) => config.Get<int[]>("axis", [0]);
}
