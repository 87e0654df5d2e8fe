using KerasSharp.Saving;

namespace KerasSharp.Optimizers;

/// <content>The arguments that all optimizers share.</content>
public abstract partial class Optimizer
{
    /// <summary>The part of each weight, times the learning rate, that a step takes off; null (the default) for none.</summary>
    public double? WeightDecay { get; init; }

    /// <summary>The largest L2 norm of each gradient, or null. At most one of the three clips is set.</summary>
    public double? ClipNorm { get; init; }

    /// <summary>The largest absolute value of a gradient's elements, or null.</summary>
    public double? ClipValue { get; init; }

    /// <summary>The largest L2 norm of all gradients together, or null.</summary>
    public double? GlobalClipNorm { get; init; }

    /// <summary>Whether an exponential moving average of each weight is kept. Fit ends by putting the averages in the weights' place.</summary>
    public bool UseEma { get; init; }

    /// <summary>The momentum of the average, 0 to 1; 0.99 by default.</summary>
    public double EmaMomentum { get; init; } = 0.99;

    /// <summary>After how many steps the averages replace the weights, at least 1; null (the default) for only at the end of Fit.</summary>
    public int? EmaOverwriteFrequency { get; init; }

    /// <summary>The factor that the loss was multiplied by before its gradients were taken, or null.</summary>
    public double? LossScaleFactor { get; init; }

    /// <summary>How many calls' gradients are averaged to one update, at least 2; null (the default) to update at each call.</summary>
    public int? GradientAccumulationSteps { get; init; }

    /// <summary>Name, learning rate and the arguments above under Keras's names. Setting leaves the learning rate to the class's constructor, and what the config lacks at the class's default.</summary>
    internal Config Shared
    {
        get =>
            new()
            {
                ["name"] = Name,
                ["learning_rate"] = LearningRate,
                ["weight_decay"] = WeightDecay,
                ["clipnorm"] = ClipNorm,
                ["global_clipnorm"] = GlobalClipNorm,
                ["clipvalue"] = ClipValue,
                ["use_ema"] = UseEma,
                ["ema_momentum"] = EmaMomentum,
                ["ema_overwrite_frequency"] = EmaOverwriteFrequency,
                ["loss_scale_factor"] = LossScaleFactor,
                ["gradient_accumulation_steps"] = GradientAccumulationSteps,
            };
        init
        {
            Name = value.Get("name", Name);
            WeightDecay = value.Get("weight_decay", WeightDecay);
            ClipNorm = value.Get("clipnorm", ClipNorm);
            GlobalClipNorm = value.Get("global_clipnorm", GlobalClipNorm);
            ClipValue = value.Get("clipvalue", ClipValue);
            UseEma = value.Get("use_ema", UseEma);
            EmaMomentum = value.Get("ema_momentum", EmaMomentum);
            EmaOverwriteFrequency = value.Get("ema_overwrite_frequency", EmaOverwriteFrequency);
            LossScaleFactor = value.Get("loss_scale_factor", LossScaleFactor);
            GradientAccumulationSteps = value.Get("gradient_accumulation_steps", GradientAccumulationSteps);
        }
    }

    private void CheckOptions()
    {
        if (new[] { ClipNorm, ClipValue, GlobalClipNorm }.Count(clip => clip is not null) > 1)
            throw new ArgumentException(
                $"Optimizer '{Name}': only one of ClipNorm, ClipValue and GlobalClipNorm can be set; got {ClipNorm}, {ClipValue} and {GlobalClipNorm}."
            );
        if (GradientAccumulationSteps < 2)
            throw new ArgumentException(
                $"Optimizer '{Name}': GradientAccumulationSteps must be 2 or more; got {GradientAccumulationSteps}. Leave it null to update at each step."
            );
        if (UseEma && EmaMomentum is not (>= 0 and <= 1))
            throw new ArgumentException($"Optimizer '{Name}': EmaMomentum must lie between 0 and 1; got {EmaMomentum}.");
        if (UseEma && EmaOverwriteFrequency < 1)
            throw new ArgumentException(
                $"Optimizer '{Name}': EmaOverwriteFrequency must be 1 or more; got {EmaOverwriteFrequency}. Leave it null to average at the end only."
            );
    }
}
