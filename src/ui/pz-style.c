/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-style.h"

#include "pz-settings.h"

#define CONTRAST_CLASS "pz-contrast"

static void
load_palette_cb (AdwStyleManager *manager,
                 GParamSpec      *pspec,
                 GtkCssProvider  *provider)
{
  gtk_css_provider_load_from_resource (provider, adw_style_manager_get_dark (manager)
                                                   ? "/org/example/Personalize/palette-dark.css"
                                                   : "/org/example/Personalize/palette-light.css");
}

static void
show_contrast_cb (AdwStyleManager *manager,
                  GParamSpec      *pspec,
                  GtkWidget       *widget)
{
  if (adw_style_manager_get_high_contrast (manager))
    gtk_widget_add_css_class (widget, CONTRAST_CLASS);
  else
    gtk_widget_remove_css_class (widget, CONTRAST_CLASS);
}

/* Every window, as soon as there is one. */
static void
windows_changed_cb (GListModel      *windows,
                    guint            position,
                    guint            removed,
                    guint            added,
                    AdwStyleManager *manager)
{
  for (guint i = position; i < position + added; i++)
    {
      g_autoptr(GtkWidget) window = g_list_model_get_item (windows, i);

      g_signal_connect_object (manager, "notify::high-contrast", G_CALLBACK (show_contrast_cb), window, 0);
      show_contrast_cb (manager, NULL, window);
    }
}

/**
 * pz_style_init:
 *
 * Keeps our named colours in step with light and dark, and gives windows the class "pz-contrast" while high contrast is
 * wanted. The style sheet itself comes with the resources; a second one for
 * the dark style (style-dark.css) is no longer welcome in newer releases of libadwaita.
 */
void
pz_style_init (void)
{
  static gsize once = 0;

  if (g_once_init_enter (&once))
    {
      AdwStyleManager *manager = adw_style_manager_get_default ();
      GtkCssProvider *provider = gtk_css_provider_new ();
      GListModel *windows = gtk_window_get_toplevels ();

      load_palette_cb (manager, NULL, provider);
      gtk_style_context_add_provider_for_display (gdk_display_get_default (), GTK_STYLE_PROVIDER (provider),
                                                  GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
      g_signal_connect_object (manager, "notify::dark", G_CALLBACK (load_palette_cb), provider, 0);
      g_object_unref (provider); /* the display holds it */
      windows_changed_cb (windows, 0, 0, g_list_model_get_n_items (windows), manager);
      g_signal_connect_object (windows, "items-changed", G_CALLBACK (windows_changed_cb), manager, 0);
      g_once_init_leave (&once, 1);
    }
}

/**
 * pz_style_apply_scheme:
 *
 * Makes the program light or dark, as the settings say.
 */
void
pz_style_apply_scheme (void)
{
  g_autofree char *scheme = pz_settings_dup_string (PZ_SETTINGS_COLOUR_SCHEME);
  AdwColorScheme wanted = ADW_COLOR_SCHEME_DEFAULT;

  if (g_strcmp0 (scheme, "light") == 0)
    wanted = ADW_COLOR_SCHEME_FORCE_LIGHT;
  else if (g_strcmp0 (scheme, "dark") == 0)
    wanted = ADW_COLOR_SCHEME_FORCE_DARK;
  adw_style_manager_set_color_scheme (adw_style_manager_get_default (), wanted);
}

