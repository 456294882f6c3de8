/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-chip-box.h"

#include "pz-flow-layout.h"
#include "pz-tip.h"

#include <glib/gi18n-lib.h>

#define SPACING 6
#define MOST_CHARS 32 /* longer chips are cut, the tooltip has the whole text */

struct _PzChipBox
{
  GtkWidget parent_instance;

  char *title;
  GStrv suggestions; /* never NULL */
  GtkWidget *add_button;
  GtkWidget *editor; /* made when first needed */
  char *edited;      /* the value in the editor; NULL while adding */
  gboolean editable;
};

enum
{
  ADDED,
  REMOVED,
  REPLACED,
  OPENED,
  WANTS_SUGGESTIONS,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (PzChipBox, pz_chip_box, GTK_TYPE_WIDGET)

static const char *
get_chip_text (GtkWidget *chip)
{
  return g_object_get_data (G_OBJECT (chip), "pz-text");
}

static gboolean
is_chip (GtkWidget *widget)
{
  return widget != NULL && get_chip_text (widget) != NULL;
}

static GtkWidget *
find_chip (PzChipBox  *self,
           const char *text)
{
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (is_chip (child) && g_strcmp0 (get_chip_text (child), text) == 0)
      return child;
  return NULL;
}

static void
editor_accepted_cb (PzChipEditor *editor,
                    const char   *text,
                    PzChipBox    *self)
{
  g_autofree char *old = g_steal_pointer (&self->edited);

  if (old == NULL && find_chip (self, text) == NULL)
    g_signal_emit (self, signals[ADDED], 0, text);
  else if (old != NULL && g_strcmp0 (old, text) != 0)
    g_signal_emit (self, signals[REPLACED], 0, old, text);
}

static void
editor_remove_cb (PzChipEditor *editor,
                  PzChipBox    *self)
{
  g_autofree char *old = g_steal_pointer (&self->edited);

  if (old != NULL)
    g_signal_emit (self, signals[REMOVED], 0, old);
}

static void
ensure_editor (PzChipBox *self)
{
  if (self->editor != NULL)
    return;
  self->editor = pz_chip_editor_new ();
  gtk_widget_set_parent (self->editor, GTK_WIDGET (self));
  pz_chip_editor_set_suggestions (PZ_CHIP_EDITOR (self->editor), (const char * const *) self->suggestions);
  g_signal_connect_object (self->editor, "accepted", G_CALLBACK (editor_accepted_cb), self, 0);
  g_signal_connect_object (self->editor, "remove", G_CALLBACK (editor_remove_cb), self, 0);
}

static void
open_editor (PzChipBox  *self,
             GtkWidget  *at,
             const char *text)
{
  graphene_rect_t bounds;

  if (!self->editable)
    return;
  g_signal_emit (self, signals[WANTS_SUGGESTIONS], 0);
  ensure_editor (self);
  g_free (self->edited);
  self->edited = g_strdup (text);
  if (gtk_widget_compute_bounds (at, GTK_WIDGET (self), &bounds))
    gtk_popover_set_pointing_to (GTK_POPOVER (self->editor),
                                 &(GdkRectangle) { bounds.origin.x, bounds.origin.y, bounds.size.width,
                                                   bounds.size.height });
  pz_chip_editor_open (PZ_CHIP_EDITOR (self->editor), self->title, text);
}

static void
chip_clicked_cb (GtkWidget *chip,
                 PzChipBox *self)
{
  gboolean handled = FALSE;

  g_signal_emit (self, signals[OPENED], 0, get_chip_text (chip), chip, &handled);
  if (!handled)
    open_editor (self, chip, get_chip_text (chip));
}

static gboolean
key_pressed_cb (GtkEventControllerKey *controller,
                guint                  keyval,
                guint                  keycode,
                GdkModifierType        state,
                PzChipBox             *self)
{
  GtkWidget *focus = gtk_widget_get_focus_child (GTK_WIDGET (self));
  g_autofree char *text = NULL;

  if (!self->editable || !is_chip (focus))
    return GDK_EVENT_PROPAGATE;
  if (keyval == GDK_KEY_F2)
    {
      open_editor (self, focus, get_chip_text (focus));
      return GDK_EVENT_STOP;
    }
  if (keyval != GDK_KEY_Delete && keyval != GDK_KEY_KP_Delete && keyval != GDK_KEY_BackSpace)
    return GDK_EVENT_PROPAGATE;
  text = g_strdup (get_chip_text (focus));
  g_signal_emit (self, signals[REMOVED], 0, text);
  return GDK_EVENT_STOP;
}

static GtkWidget *
make_chip (PzChipBox  *self,
           const char *text)
{
  GtkWidget *label = gtk_label_new (text);
  GtkWidget *chip = gtk_button_new ();

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), MOST_CHARS);
  gtk_button_set_child (GTK_BUTTON (chip), label);
  pz_tip_set (chip, text);
  gtk_widget_add_css_class (chip, "chip");
  g_object_set_data_full (G_OBJECT (chip), "pz-text", g_strdup (text), g_free);
  gtk_accessible_update_property (GTK_ACCESSIBLE (chip), GTK_ACCESSIBLE_PROPERTY_LABEL, text,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, C_("chips", "Enter opens, F2 edits, Delete removes"), -1);
  g_signal_connect_object (chip, "clicked", G_CALLBACK (chip_clicked_cb), self, 0);
  return chip;
}

static void
make_add_button (PzChipBox *self)
{
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, SPACING);
  g_autofree char *name = NULL;

  gtk_box_append (GTK_BOX (content), gtk_image_new_from_icon_name ("list-add-symbolic"));
  gtk_box_append (GTK_BOX (content), gtk_label_new (C_("chips", "Add")));
  self->add_button = gtk_button_new ();
  gtk_button_set_child (GTK_BUTTON (self->add_button), content);
  gtk_widget_add_css_class (self->add_button, "chip");
  gtk_widget_add_css_class (self->add_button, "chip-add");
  /* Translators: %s is what is added to, such as Strengths or Languages at home */
  name = g_strdup_printf (C_("chips", "Add to %s"), self->title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->add_button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_widget_set_parent (self->add_button, GTK_WIDGET (self));
  g_signal_connect_object (self->add_button, "clicked", G_CALLBACK (pz_chip_box_add), self, G_CONNECT_SWAPPED);
}

static void
pz_chip_box_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  PZ_CHIP_BOX (object)->add_button = NULL;
  PZ_CHIP_BOX (object)->editor = NULL;
  G_OBJECT_CLASS (pz_chip_box_parent_class)->dispose (object);
}

static void
pz_chip_box_finalize (GObject *object)
{
  PzChipBox *self = PZ_CHIP_BOX (object);

  g_free (self->title);
  g_free (self->edited);
  g_strfreev (self->suggestions);
  G_OBJECT_CLASS (pz_chip_box_parent_class)->finalize (object);
}

static void
pz_chip_box_class_init (PzChipBoxClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GType type = G_TYPE_FROM_CLASS (klass);
  GType text = G_TYPE_STRING | G_SIGNAL_TYPE_STATIC_SCOPE;

  object_class->dispose = pz_chip_box_dispose;
  object_class->finalize = pz_chip_box_finalize;
  signals[ADDED] = g_signal_new ("added", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, text);
  signals[REMOVED] = g_signal_new ("removed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, text);
  signals[REPLACED] = g_signal_new ("replaced", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2, text, text);
  /**
   * PzChipBox::opened:
   * @text: of the chip
   * @chip: the widget
   *
   * A chip was clicked.
   *
   * Returns: whether something was shown; else the editor opens
   */
  signals[OPENED] = g_signal_new ("opened", type, G_SIGNAL_RUN_LAST, 0, g_signal_accumulator_true_handled, NULL, NULL,
                                  G_TYPE_BOOLEAN, 2, text, GTK_TYPE_WIDGET);
  signals[WANTS_SUGGESTIONS] = g_signal_new ("wants-suggestions", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                             G_TYPE_NONE, 0);
  gtk_widget_class_set_css_name (widget_class, "chips");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
pz_chip_box_init (PzChipBox *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->editable = TRUE;
  self->suggestions = g_new0 (char *, 1);
  gtk_widget_set_layout_manager (GTK_WIDGET (self), pz_flow_layout_new (SPACING));
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

/**
 * pz_chip_box_new:
 * @title: what the values are, translated, such as "Strengths"
 *
 * Returns: (transfer floating): a box without chips
 */
GtkWidget *
pz_chip_box_new (const char *title)
{
  PzChipBox *self = g_object_new (PZ_TYPE_CHIP_BOX, NULL);

  g_return_val_if_fail (title != NULL, GTK_WIDGET (self));

  self->title = g_strdup (title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  make_add_button (self);
  return GTK_WIDGET (self);
}

/* Where the focus goes when the chip that has it is gone: what stands in its place, or the button behind all. */
static void
restore_focus (PzChipBox  *self,
               const char *text,
               guint       place)
{
  GtkWidget *target = text != NULL ? find_chip (self, text) : NULL;

  if (target == NULL)
    {
      target = gtk_widget_get_first_child (GTK_WIDGET (self));
      for (guint i = 0; i < place && is_chip (target); i++)
        target = gtk_widget_get_next_sibling (target);
    }
  if (target != NULL)
    gtk_widget_grab_focus (target);
}

/**
 * pz_chip_box_set_values:
 * @self: the box
 * @values: the values, in the order to show them
 *
 * Shows these values. The focus stays on its chip, or goes to the one that takes its place.
 */
void
pz_chip_box_set_values (PzChipBox          *self,
                        const char * const *values)
{
  GtkWidget *focus, *child;
  g_autofree char *focused = NULL;
  gboolean had_focus;
  guint place = 0;

  g_return_if_fail (PZ_IS_CHIP_BOX (self));
  g_return_if_fail (values != NULL);

  focus = gtk_widget_get_focus_child (GTK_WIDGET (self));
  had_focus = is_chip (focus);
  focused = had_focus ? g_strdup (get_chip_text (focus)) : NULL;
  for (child = gtk_widget_get_first_child (GTK_WIDGET (self)); child != NULL && child != focus;
       child = gtk_widget_get_next_sibling (child))
    place++;
  while (is_chip (child = gtk_widget_get_first_child (GTK_WIDGET (self))))
    gtk_widget_unparent (child);
  for (gsize i = 0; values[i] != NULL; i++)
    {
      GtkWidget *chip = make_chip (self, values[i]);

      gtk_widget_set_can_target (chip, self->editable);
      gtk_widget_insert_before (chip, GTK_WIDGET (self), self->add_button);
    }
  if (had_focus)
    restore_focus (self, focused, place);
}

/**
 * pz_chip_box_set_suggestions:
 * @self: the box
 * @suggestions: (nullable): values used elsewhere, in the order to offer them
 */
void
pz_chip_box_set_suggestions (PzChipBox          *self,
                             const char * const *suggestions)
{
  g_return_if_fail (PZ_IS_CHIP_BOX (self));

  g_strfreev (self->suggestions);
  self->suggestions = suggestions != NULL ? g_strdupv ((char **) suggestions) : g_new0 (char *, 1);
  if (self->editor != NULL)
    pz_chip_editor_set_suggestions (PZ_CHIP_EDITOR (self->editor), (const char * const *) self->suggestions);
}

/**
 * pz_chip_box_set_editable:
 * @self: the box
 * @editable: whether values may be changed
 */
void
pz_chip_box_set_editable (PzChipBox *self,
                          gboolean   editable)
{
  g_return_if_fail (PZ_IS_CHIP_BOX (self));

  self->editable = editable;
  gtk_widget_set_visible (self->add_button, editable);
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self)); is_chip (child);
       child = gtk_widget_get_next_sibling (child))
    gtk_widget_set_can_target (child, editable);
}

/**
 * pz_chip_box_add:
 * @self: the box
 *
 * Opens the editor for new values, as the button "Add" does.
 */
void
pz_chip_box_add (PzChipBox *self)
{
  g_return_if_fail (PZ_IS_CHIP_BOX (self));
  open_editor (self, self->add_button, NULL);
}

/**
 * pz_chip_box_edit:
 * @self: the box
 * @text: of one of its chips
 *
 * Opens the editor for the chip; the focus comes back to it.
 */
void
pz_chip_box_edit (PzChipBox  *self,
                  const char *text)
{
  GtkWidget *chip;

  g_return_if_fail (PZ_IS_CHIP_BOX (self));

  chip = find_chip (self, text);
  if (chip == NULL)
    return;
  gtk_widget_grab_focus (chip);
  open_editor (self, chip, get_chip_text (chip));
}

/**
 * pz_chip_box_get_editor:
 * @self: the box
 *
 * Returns: (transfer none): where values are written
 */
PzChipEditor *
pz_chip_box_get_editor (PzChipBox *self)
{
  g_return_val_if_fail (PZ_IS_CHIP_BOX (self), NULL);
  ensure_editor (self);
  return PZ_CHIP_EDITOR (self->editor);
}
