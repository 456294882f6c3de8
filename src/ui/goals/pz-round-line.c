/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-round-line.h"

#include "pz-avatar.h"
#include "pz-compat.h"
#include "pz-measure.h"
#include "pz-privacy.h"
#include "pz-sparkline.h"
#include "pz-tip.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#define AVATAR_SIZE 32
#define COURSE_WIDTH 56 /* px */

struct _PzRoundLine
{
  GtkListBoxRow parent_instance;

  PzRoundRow *row; /* of the page, which lives longer */
  PzLearnerRow *learner;
  PzRecord *measure;
  char *shown; /* the text of the field when it was written last */
  gboolean narrow;

  GtkWidget *head;
  GtkWidget *avatar;
  GtkWidget *who;
  GtkWidget *name;
  GtkWidget *course;
  GtkWidget *last;
  GtkWidget *stack;
  GtkWidget *field;
  GtkWidget *absent;
  GtkWidget *change;
  GtkWidget *problem;
};

G_DEFINE_FINAL_TYPE (PzRoundLine, pz_round_line, GTK_TYPE_LIST_BOX_ROW)

enum { TYPED, MOVE, ABSENT, NOTE, N_SIGNALS };
static guint signals[N_SIGNALS];

/* "77", "12 of 15", and "–" for what is not there: the unit stands above the column */
static char *
dup_number (PzRecord *measure,
            gboolean  is_there,
            double    value,
            double    out_of)
{
  if (!is_there)
    return g_strdup ("–");
  return isnan (out_of) ? pz_measure_dup_number (measure, value) : pz_measure_dup_value (measure, value, out_of);
}

/* Text for the field, as it would be typed. */
static char *
dup_typed (const PzRoundRow *row)
{
  if (!row->is_measured)
    return g_strdup ("");
  if (row->progress->range.kind == PZ_MEASURE_IS_YES_NO)
    return pz_measure_dup_number (NULL, row->value);
  return isnan (row->out_of) ? g_strdup_printf ("%.9g", row->value)
                             : g_strdup_printf ("%.9g/%.9g", row->value, row->out_of);
}

/* How much it is more or less than last time, in what is counted. */
static char *
dup_change (const PzRoundRow *row)
{
  double change;

  if (!row->is_measured || !row->has_last || row->progress->range.kind == PZ_MEASURE_IS_YES_NO)
    return g_strdup ("");
  change = pz_measure_value_count (&row->progress->range, row->value, row->out_of)
           - pz_measure_value_count (&row->progress->range, row->last_value, row->last_out_of);
  if (isnan (change))
    return g_strdup ("");
  if (fabs (change) < 1e-9)
    return g_strdup ("±0");
  /* a sign stays in front of its number in text of either direction; a real minus is as wide as a plus */
  return g_strdup_printf ("\u2066%s%.3g\u2069", change > 0 ? "+" : "−", fabs (change));
}

/* at the end of a row it keeps its place while it is empty, so that nothing moves; below a name it does not */
static void
show_change (PzRoundLine *self)
{
  gtk_widget_set_visible (self->change, !self->narrow || *gtk_label_get_label (GTK_LABEL (self->change)) != '\0');
}

static void
update_names (PzRoundLine *self)
{
  const PzRoundRow *row = self->row;
  g_autofree char *name = pz_privacy_dup_row_name (self->learner);
  g_autofree char *last = dup_number (self->measure, row->has_last, row->last_value, row->last_out_of);
  g_autofree char *spoken = NULL;
  gboolean hidden = pz_privacy_is_hidden ();

  gtk_label_set_label (GTK_LABEL (self->name), name);
  pz_tip_set (self->name, name);
  pz_avatar_set_person (PZ_AVATAR (self->avatar), row->progress->source->learner,
                        hidden ? NULL : pz_learner_row_get_given_name (self->learner),
                        hidden ? NULL : pz_learner_row_get_family_name (self->learner));
  if (row->has_last)
    /* Translators: for a screen reader: the name of a learner, what was measured last time */
    spoken = g_strdup_printf (C_("round", "%1$s, last time %2$s"), name, last);
  else
    /* Translators: for a screen reader: the name of a learner */
    spoken = g_strdup_printf (C_("round", "%s, not measured yet"), name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->field), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
}

/**
 * pz_round_line_update:
 * @self: the line
 *
 * Shows what the row says now; a text that is being typed stays.
 */
void
pz_round_line_update (PzRoundLine *self)
{
  const PzRoundRow *row;
  g_autofree char *typed = NULL, *last = NULL, *change = NULL;
  gboolean away;

  g_return_if_fail (PZ_IS_ROUND_LINE (self));

  row = self->row;
  typed = dup_typed (row);
  last = dup_number (self->measure, row->has_last, row->last_value, row->last_out_of);
  change = dup_change (row);
  away = row->is_absent && !row->is_measured;
  update_names (self);
  gtk_label_set_label (GTK_LABEL (self->last), last);
  gtk_label_set_label (GTK_LABEL (self->change), change);
  show_change (self);
  if (g_strcmp0 (self->shown, gtk_editable_get_text (GTK_EDITABLE (self->field))) == 0
      && g_strcmp0 (self->shown, typed) != 0)
    gtk_editable_set_text (GTK_EDITABLE (self->field), typed);
  g_free (self->shown);
  self->shown = g_steal_pointer (&typed);
  gtk_stack_set_visible_child (GTK_STACK (self->stack), away ? self->absent : self->field);
  if (away)
    gtk_widget_add_css_class (self->name, "pz-dim");
  else
    gtk_widget_remove_css_class (self->name, "pz-dim");
  if (row->is_measured)
    gtk_widget_add_css_class (self->field, "pz-round-done");
  else
    gtk_widget_remove_css_class (self->field, "pz-round-done");
}

/**
 * pz_round_line_set_problem:
 * @self: the line
 * @words: (nullable): why what is typed cannot be kept; %NULL: nothing is wrong
 */
void
pz_round_line_set_problem (PzRoundLine *self,
                           const char  *words)
{
  g_return_if_fail (PZ_IS_ROUND_LINE (self));

  gtk_label_set_label (GTK_LABEL (self->problem), words != NULL ? words : "");
  gtk_widget_set_visible (self->problem, words != NULL);
}

/**
 * pz_round_line_commit:
 * @self: the line
 *
 * Hands over what is typed when it is something new.
 *
 * Returns: %FALSE when it cannot be kept; the line says why
 */
gboolean
pz_round_line_commit (PzRoundLine *self)
{
  const char *text;
  gboolean taken = TRUE;

  g_return_val_if_fail (PZ_IS_ROUND_LINE (self), FALSE);

  text = gtk_editable_get_text (GTK_EDITABLE (self->field));
  if (g_strcmp0 (text, self->shown) == 0)
    {
      pz_round_line_set_problem (self, NULL);
      return TRUE;
    }
  g_signal_emit (self, signals[TYPED], 0, text, &taken);
  if (taken)
    {
      g_free (self->shown);
      self->shown = g_strdup (text);
      pz_round_line_set_problem (self, NULL);
    }
  return taken;
}

static void
activate_cb (PzRoundLine *self)
{
  if (pz_round_line_commit (self))
    g_signal_emit (self, signals[MOVE], 0, 1);
}

static void
leave_cb (PzRoundLine *self)
{
  pz_round_line_commit (self);
}

static void
absent_clicked_cb (PzRoundLine *self)
{
  g_signal_emit (self, signals[ABSENT], 0);
}

static gboolean
is_letter (guint       key,
           const char *letters)
{
  gunichar typed = g_unichar_tolower (gdk_keyval_to_unicode (key));

  return typed != 0 && g_utf8_strchr (letters, -1, typed) != NULL;
}

/* Letters are no part of a number, but of yes and no. */
static gboolean
handle_letter (PzRoundLine *self,
               guint        key)
{
  if (self->row->progress->range.kind == PZ_MEASURE_IS_YES_NO)
    return GDK_EVENT_PROPAGATE;
  /* Translators: the letters that mean "absent today" in a Round, small; keep "a", which hints show */
  if (is_letter (key, C_("round key", "a")))
    g_signal_emit (self, signals[ABSENT], 0);
  /* Translators: the letters that mean "add a note" in a Round, small; keep "n", which hints show */
  else if (is_letter (key, C_("round key", "n")))
    g_signal_emit (self, signals[NOTE], 0);
  else
    return GDK_EVENT_PROPAGATE;
  return GDK_EVENT_STOP;
}

static gboolean
key_pressed_cb (PzRoundLine     *self,
                guint            key,
                guint            code,
                GdkModifierType  modifiers)
{
  if ((modifiers & gtk_accelerator_get_default_mod_mask () & ~(guint) GDK_SHIFT_MASK) != 0)
    return GDK_EVENT_PROPAGATE;
  if (key != GDK_KEY_Up && key != GDK_KEY_Down)
    return handle_letter (self, key);
  if (pz_round_line_commit (self))
    g_signal_emit (self, signals[MOVE], 0, key == GDK_KEY_Up ? -1 : 1);
  return GDK_EVENT_STOP;
}

/**
 * pz_round_line_focus:
 * @self: the line
 *
 * Puts the focus into the field, with its text selected.
 *
 * Returns: whether it could
 */
gboolean
pz_round_line_focus (PzRoundLine *self)
{
  g_return_val_if_fail (PZ_IS_ROUND_LINE (self), FALSE);

  if (gtk_stack_get_visible_child (GTK_STACK (self->stack)) != self->field)
    return gtk_widget_grab_focus (self->absent);
  return gtk_widget_grab_focus (self->field);
}

/**
 * pz_round_line_set_narrow:
 * @self: the line
 * @narrow: whether there is room for the name and the numbers only
 */
void
pz_round_line_set_narrow (PzRoundLine *self,
                          gboolean     narrow)
{
  g_return_if_fail (PZ_IS_ROUND_LINE (self));

  gtk_widget_set_visible (self->course, !narrow);
  gtk_widget_set_visible (self->avatar, !narrow);
  if (self->narrow == !!narrow)
    return;
  self->narrow = !!narrow;
  /* at the end of the row it would take room from the name */
  g_object_ref (self->change);
  gtk_box_remove (GTK_BOX (narrow ? self->head : self->who), self->change);
  gtk_box_append (GTK_BOX (narrow ? self->who : self->head), self->change);
  g_object_unref (self->change);
  show_change (self);
}

/**
 * pz_round_line_get_row:
 * @self: the line
 *
 * Returns: (transfer none): what it shows
 */
PzRoundRow *
pz_round_line_get_row (PzRoundLine *self)
{
  g_return_val_if_fail (PZ_IS_ROUND_LINE (self), NULL);
  return self->row;
}

/**
 * pz_round_line_get_field:
 * @self: the line
 *
 * Returns: (transfer none): where the value is typed
 */
GtkWidget *
pz_round_line_get_field (PzRoundLine *self)
{
  g_return_val_if_fail (PZ_IS_ROUND_LINE (self), NULL);
  return self->field;
}

static void
pz_round_line_dispose (GObject *object)
{
  PzRoundLine *self = PZ_ROUND_LINE (object);

  g_clear_object (&self->measure);
  g_clear_object (&self->learner);
  G_OBJECT_CLASS (pz_round_line_parent_class)->dispose (object);
}

static void
pz_round_line_finalize (GObject *object)
{
  g_free (PZ_ROUND_LINE (object)->shown);
  G_OBJECT_CLASS (pz_round_line_parent_class)->finalize (object);
}

static void
pz_round_line_class_init (PzRoundLineClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = pz_round_line_dispose;
  G_OBJECT_CLASS (klass)->finalize = pz_round_line_finalize;
  signals[TYPED] = g_signal_new ("typed", PZ_TYPE_ROUND_LINE, G_SIGNAL_RUN_LAST, 0, g_signal_accumulator_true_handled, NULL,
                                 NULL, G_TYPE_BOOLEAN, 1, G_TYPE_STRING);
  signals[MOVE] = g_signal_new ("move", PZ_TYPE_ROUND_LINE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT);
  signals[ABSENT] = g_signal_new ("absent", PZ_TYPE_ROUND_LINE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[NOTE] = g_signal_new ("note", PZ_TYPE_ROUND_LINE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/example/Personalize/pz-round-line.ui");
  gtk_widget_class_bind_template_child (widget_class, PzRoundLine, head);
  gtk_widget_class_bind_template_child (widget_class, PzRoundLine, who);
  gtk_widget_class_bind_template_child (widget_class, PzRoundLine, name);
  gtk_widget_class_bind_template_child (widget_class, PzRoundLine, course);
  gtk_widget_class_bind_template_child (widget_class, PzRoundLine, last);
  gtk_widget_class_bind_template_child (widget_class, PzRoundLine, stack);
  gtk_widget_class_bind_template_child (widget_class, PzRoundLine, field);
  gtk_widget_class_bind_template_child (widget_class, PzRoundLine, absent);
  gtk_widget_class_bind_template_child (widget_class, PzRoundLine, change);
  gtk_widget_class_bind_template_child (widget_class, PzRoundLine, problem);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, absent_clicked_cb);
}

static void
pz_round_line_init (PzRoundLine *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  self->avatar = pz_avatar_new (AVATAR_SIZE);
  gtk_widget_set_valign (self->avatar, GTK_ALIGN_CENTER);
  gtk_box_prepend (GTK_BOX (self->head), self->avatar);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (self->field, keys);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (leave_cb), self);
  gtk_widget_add_controller (self->field, focus);
}

/* What was measured alone: the way to the goal would take the room. */
static void
add_course (PzRoundLine *self)
{
  PzGoalCourse *course = pz_goal_progress_dup_course (self->row->progress);
  GtkWidget *picture;

  course->from = course->to = (PzGoalPoint) { NAN, NAN };
  if (course->points->len == 0)
    {
      pz_goal_course_free (course);
      return;
    }
  picture = pz_sparkline_new (course, self->row->progress->source->title);
  pz_sparkline_set_width (PZ_SPARKLINE (picture), COURSE_WIDTH);
  gtk_box_append (GTK_BOX (self->course), picture);
}

/**
 * pz_round_line_new:
 * @row: what to show; must live longer than the line
 * @learner: whose it is
 * @measure: (nullable): what is measured
 *
 * Returns: (transfer floating): a line
 */
GtkWidget *
pz_round_line_new (PzRoundRow   *row,
                   PzLearnerRow *learner,
                   PzRecord     *measure)
{
  PzRoundLine *self;

  g_return_val_if_fail (row != NULL && PZ_IS_LEARNER_ROW (learner) && (measure == NULL || PZ_IS_RECORD (measure)), NULL);

  self = g_object_new (PZ_TYPE_ROUND_LINE, NULL);
  self->row = row;
  self->learner = g_object_ref (learner);
  self->measure = measure != NULL ? g_object_ref (measure) : NULL;
  self->shown = g_strdup ("");
  add_course (self);
  g_signal_connect_object (pz_privacy_get (), "notify::hidden", G_CALLBACK (pz_round_line_update), self, G_CONNECT_SWAPPED);
  pz_round_line_update (self);
  return GTK_WIDGET (self);
}
