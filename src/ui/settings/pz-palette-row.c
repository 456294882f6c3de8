/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-palette-row.h"

#include "pz-flow-layout.h"
#include "pz-swatch.h"

#include <glib/gi18n-lib.h>

struct _PzPaletteRow
{
  AdwPreferencesRow parent_instance;

  PzRecord *draft;
  guint field;
  GtkWidget *box;
  GtkWidget *flow;
  gboolean updating;
};

G_DEFINE_FINAL_TYPE (PzPaletteRow, pz_palette_row, ADW_TYPE_PREFERENCES_ROW)

static const PzField *
get_field (PzPaletteRow *self)
{
  return &pz_schema_get_record (pz_record_get_record_type (self->draft))->fields[self->field];
}

/* The one that is set is pressed; symbols stand on the colour of the level. */
static void
draft_changed_cb (PzPaletteRow *self)
{
  const char *current = pz_record_get_text (self->draft, self->field);
  const char *colour = pz_record_get_text (self->draft, PZ_LEVEL_COLOUR);

  self->updating = TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (self->flow); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      const char *value = g_object_get_data (G_OBJECT (child), "pz-value");
      gboolean active = g_strcmp0 (value, current) == 0;
      PzSwatch *swatch = PZ_SWATCH (gtk_button_get_child (GTK_BUTTON (child)));

      gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (child), active);
      if (self->field == PZ_LEVEL_COLOUR)
        pz_swatch_show (swatch, value, active ? "object-select-symbolic" : NULL);
      else
        pz_swatch_show (swatch, colour, value);
    }
  self->updating = FALSE;
}

static void
toggled_cb (GtkToggleButton *toggle,
            PzPaletteRow    *self)
{
  if (self->updating)
    return;
  /* a second click takes it away again */
  pz_record_set_text (self->draft, self->field,
                      gtk_toggle_button_get_active (toggle) ? g_object_get_data (G_OBJECT (toggle), "pz-value") : NULL);
}

static void
add_look (PzPaletteRow *self,
          const char   *value,
          const char   *word)
{
  GtkWidget *toggle = gtk_toggle_button_new ();

  gtk_button_set_child (GTK_BUTTON (toggle), pz_swatch_new ());
  gtk_widget_add_css_class (toggle, "flat");
  gtk_widget_add_css_class (toggle, "pz-look");
  gtk_widget_set_tooltip_text (toggle, word);
  gtk_accessible_update_property (GTK_ACCESSIBLE (toggle), GTK_ACCESSIBLE_PROPERTY_LABEL, word, -1);
  g_object_set_data_full (G_OBJECT (toggle), "pz-value", g_strdup (value), g_free);
  g_signal_connect_object (toggle, "toggled", G_CALLBACK (toggled_cb), self, 0);
  gtk_box_append (GTK_BOX (self->flow), toggle);
}

/* A value somebody else made stays to be seen and kept. */
static void
add_looks (PzPaletteRow *self,
           const PzLook *looks,
           gsize         n_looks,
           const char   *context)
{
  const char *current = pz_record_get_text (self->draft, self->field);

  for (gsize i = 0; i < n_looks; i++)
    {
      add_look (self, looks[i].value, g_dpgettext2 (GETTEXT_PACKAGE, context, looks[i].word));
      if (g_strcmp0 (current, looks[i].value) == 0)
        current = NULL;
    }
  if (current != NULL)
    add_look (self, current, C_("look of a level", "As it was"));
}

static void
pz_palette_row_dispose (GObject *object)
{
  PzPaletteRow *self = PZ_PALETTE_ROW (object);

  g_clear_object (&self->draft);
  G_OBJECT_CLASS (pz_palette_row_parent_class)->dispose (object);
}

static void
pz_palette_row_class_init (PzPaletteRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = pz_palette_row_dispose;
}

static void
pz_palette_row_init (PzPaletteRow *self)
{
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  self->flow = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  gtk_widget_set_layout_manager (self->flow, pz_flow_layout_new (6));
  gtk_widget_add_css_class (self->box, "pz-form-box");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), self->box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self), FALSE);
  gtk_widget_set_focusable (GTK_WIDGET (self), FALSE);
}

/**
 * pz_palette_row_new:
 * @draft: a level that is written
 * @field: %PZ_LEVEL_COLOUR or %PZ_LEVEL_ICON
 *
 * Returns: (transfer floating): a row that shows the choices
 */
GtkWidget *
pz_palette_row_new (PzRecord *draft,
                    guint     field)
{
  PzPaletteRow *self;
  GtkWidget *title;

  g_return_val_if_fail (PZ_IS_RECORD (draft) && pz_record_get_record_type (draft) == PZ_RECORD_LEVEL, NULL);

  self = g_object_new (PZ_TYPE_PALETTE_ROW, NULL);
  self->draft = g_object_ref (draft);
  self->field = field;
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), pz_field_get_label (get_field (self)));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  pz_field_get_label (get_field (self)), -1);
  title = gtk_label_new (pz_field_get_label (get_field (self)));
  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_box_append (GTK_BOX (self->box), title);
  gtk_box_append (GTK_BOX (self->box), self->flow);
  if (field == PZ_LEVEL_COLOUR)
    add_looks (self, pz_look_colours, G_N_ELEMENTS (pz_look_colours), "colour");
  else
    add_looks (self, pz_look_icons, G_N_ELEMENTS (pz_look_icons), "symbol");
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), pz_field_get_purpose (get_field (self)));
  g_signal_connect_object (draft, "notify", G_CALLBACK (draft_changed_cb), self, G_CONNECT_SWAPPED);
  draft_changed_cb (self);
  return GTK_WIDGET (self);
}
