let audio: AudioContext | undefined;

/** Pitches of the two notes, hertz, and how long each sounds, seconds. */
const notes = [659.25, 880] as const;
const length = 0.18;

/** Two soft notes, made here: no file is loaded. A browser that wants a click first stays silent until there was one. */
export const playSound = (): void => {
  audio ??= new AudioContext();
  const context = audio;
  if (context.state === 'suspended') context.resume().catch(() => {});
  for (const [place, pitch] of notes.entries()) {
    const start = context.currentTime + place * length;
    const tone = context.createOscillator();
    const volume = context.createGain();
    tone.frequency.value = pitch;
    // Swells and fades: a hard edge clicks.
    volume.gain.setValueAtTime(0, start);
    volume.gain.linearRampToValueAtTime(0.2, start + 0.02);
    volume.gain.exponentialRampToValueAtTime(0.001, start + length);
    tone.connect(volume).connect(context.destination);
    tone.start(start);
    tone.stop(start + length);
  }
};
